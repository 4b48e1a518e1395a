using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Drafting;

/// <summary><c>POST /outbound-trace-requests</c>.</summary>
internal static class DraftOutboundTraceEndpoint
{
    /// <summary>The body. What is left out is taken over from the parent and its item.</summary>
    public sealed record DraftBody(
        Guid ParentId,
        Guid PartnerId,
        TracePriority Priority,
        Guid? Id = null,
        Note? UrgencyJustification = null,
        GivenGrounds? Grounds = null,
        AskedArm? Arm = null,
        DateOnly? NeededUntil = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<TraceRequestAnswer, TraceRequestDetails>("/outbound-trace-requests", HandleAsync)
        .Named("draftOutboundTrace", "Write a request to another State that goes on with one that this registry has")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Draft)
        .Refuses(TraceRequestErrors.IncompleteName, TraceRequestErrors.NotSearched.Name, TraceRequestErrors.Withdrawn.Name,
            TraceRequestErrors.ParentNotSent.Name, PartnerErrors.InactiveName, PartnerErrors.UnknownName, "item-is-duplicate", "not-found", "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<DraftBody> body, WriteCall call, DraftOutboundTraceHandler handler, CancellationToken token)
    {
        var draft = body.Value;
        return handler.HandleAsync(
            new DraftOutboundTrace(draft.Id ?? Guid.CreateVersion7(call.Context.Now), draft.ParentId, draft.PartnerId, draft.Priority,
                draft.UrgencyJustification, draft.Grounds, draft.Arm, draft.NeededUntil),
            call.Context, token);
    }
}

/// <summary>Carries out <see cref="DraftOutboundTrace"/>.</summary>
internal sealed class DraftOutboundTraceHandler(RegistryWriter writer)
{
    /// <summary>Writes the draft; the parent is not touched before it is sent.</summary>
    public async Task<Result<Written>> HandleAsync(DraftOutboundTrace command, CommandContext context, CancellationToken token)
    {
        var session = writer.Session;
        if (await session.Events.AggregateStreamAsync<TraceRequest>(command.ParentId, token: token) is not { Version: > 0 } parent
            || await session.LoadAsync<TraceRequestDetails>(command.ParentId, token) is not { } details)
        {
            return Refusal.NotFound(TraceRequestErrors.Record, command.ParentId);
        }

        if (await session.LoadAsync<Partner>(command.PartnerId, token) is not { } partner)
            return PartnerErrors.Unknown(command.PartnerId);
        var item = parent.SeizedItemId == Guid.Empty
            ? null
            : await session.Events.AggregateStreamAsync<SeizedItem>(parent.SeizedItemId, token: token);
        return DraftOutboundTrace.Decide(command, parent, details.Grounds, item, partner, context.Now).Refused(out var refusal, out var events)
            ? refusal
            : await writer.CreateAsync<TraceRequest>(command.TraceRequestId, CrossBorderChange.Location(command.TraceRequestId), events, context, token);
    }
}
