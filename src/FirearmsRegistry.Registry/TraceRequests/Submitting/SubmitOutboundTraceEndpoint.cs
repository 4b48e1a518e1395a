using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Submitting;

/// <summary><c>POST /trace-requests/{id}/submissions</c>.</summary>
internal static class SubmitOutboundTraceEndpoint
{
    /// <summary>The body.</summary>
    public sealed record SubmissionBody(
        ExchangeWay Way, ShortText? Reference = null, IReadOnlyList<Guid>? Sources = null, HandlingRestriction? Restriction = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/submissions", HandleAsync)
        .Named("submitOutboundTrace", "Send a request to another State; what it discloses is checked and logged")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.Submission)
        .Refuses([.. TraceRequestErrors.OfActs, PartnerErrors.InactiveName, DisclosureErrors.UnknownSourceName, .. DisclosureErrors.Names]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<SubmissionBody> body, WriteCall call, SubmitOutboundTraceHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new SubmitOutboundTrace(id, Guid.CreateVersion7(call.Context.Now), body.Value.Way, body.Value.Reference, body.Value.Sources,
                body.Value.Restriction),
            call.Context, token);
}

/// <summary>Carries out <see cref="SubmitOutboundTrace"/>.</summary>
internal sealed class SubmitOutboundTraceHandler(CrossBorderChange change, LentInformationReader lending)
{
    /// <summary>Sends the request, where no restriction of what the tree was lent forbids it, and starts its clock.</summary>
    public Task<Result<Written>> HandleAsync(SubmitOutboundTrace command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.Submit, async (request, partner) => SubmitOutboundTrace.Decide(command, request, partner,
            await lending.ReadAsync(change.Session, request.Abroad!.RootId, null, token), context.Now), context, token);
}
