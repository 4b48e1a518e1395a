using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Clarifying;

/// <summary><c>POST /trace-requests/{id}/information-requests</c> and <c>POST /trace-requests/{id}/resubmissions</c>.</summary>
internal static class ClarifyEndpoints
{
    /// <summary>The body of a question.</summary>
    public sealed record QuestionBody(Note Question, IReadOnlyList<Guid>? Sources = null, HandlingRestriction? Restriction = null);

    /// <summary>The body of what was told.</summary>
    public sealed record InformationBody(Note Information, AskedArm? Arm = null, IReadOnlyList<Guid>? Sources = null, HandlingRestriction? Restriction = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/information-requests", AskAsync)
            .Named("askTraceInformation", "Ask the other State for more information, checked and logged as a disclosure, or record that it asked this one")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(CrossBorderExamples.Question)
            .Refuses([.. TraceRequestErrors.OfActs, DisclosureErrors.UnknownSourceName, .. DisclosureErrors.Names]);
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/resubmissions", GiveAsync)
            .Named("giveTraceInformation", "Give the information that was asked for, checked and logged as a disclosure, or record that the other State gave it")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(CrossBorderExamples.Information)
            .Refuses([.. TraceRequestErrors.OfActs, DisclosureErrors.UnknownSourceName, .. DisclosureErrors.Names]);
    }

    private static Task<Result<Written>> AskAsync(
        Guid id, Body<QuestionBody> body, WriteCall call, AskInformationHandler handler, CancellationToken token) =>
        handler.HandleAsync(new AskInformation(id, Guid.CreateVersion7(call.Context.Now), body.Value.Question, Guid.CreateVersion7(call.Context.Now),
            body.Value.Sources, body.Value.Restriction), call.Context, token);

    private static Task<Result<Written>> GiveAsync(
        Guid id, Body<InformationBody> body, WriteCall call, GiveInformationHandler handler, CancellationToken token) =>
        handler.HandleAsync(new GiveInformation(
            id, body.Value.Information, body.Value.Arm, Guid.CreateVersion7(call.Context.Now), body.Value.Sources, body.Value.Restriction),
            call.Context, token);
}

/// <summary>Carries out <see cref="AskInformation"/>.</summary>
internal sealed class AskInformationHandler(CrossBorderChange change, LentInformationReader lending)
{
    /// <summary>Records the question; the clock rests until it is answered.</summary>
    public Task<Result<Written>> HandleAsync(AskInformation command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.AskInformation, async (request, partner) => AskInformation.Decide(command, request, partner,
            request.Kind == TraceKind.Inbound
                ? await lending.ReadAsync(change.Session, request.Id, without: request.Id, token)
                : LentInformation.None,
            context.Now), context, token);
}

/// <summary>Carries out <see cref="GiveInformation"/>.</summary>
internal sealed class GiveInformationHandler(CrossBorderChange change, LentInformationReader lending, JobOrders jobs)
{
    /// <summary>Records what was told; for another State's request the register is searched again with it.</summary>
    public async Task<Result<Written>> HandleAsync(GiveInformation command, CommandContext context, CancellationToken token)
    {
        TraceRequest? inbound = null;
        var given = await change.RunAsync(command.TraceRequestId, TraceAct.GiveInformation, async (request, partner) =>
        {
            inbound = request.Kind == TraceKind.Inbound ? request : null;
            var lent = request.Kind == TraceKind.Outbound
                ? await lending.ReadAsync(change.Session, request.Abroad!.RootId, null, token)
                : LentInformation.None;
            return GiveInformation.Decide(command, request, partner, lent, context.Now);
        }, context, token);
        if (given.Refusal is null && inbound is not null)
            TraceSearchOrder.Place(jobs, command.TraceRequestId, inbound.Priority);
        return given;
    }
}
