using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.ProposingAnswers;

/// <summary><c>POST /trace-requests/{id}/proposals</c> and <c>POST /trace-requests/{id}/approvals</c>.</summary>
internal static class ProposalEndpoints
{
    /// <summary>The body of a proposal.</summary>
    public sealed record ProposalBody(TraceAnswerContent Answer, HandlingRestriction? Restriction = null, IReadOnlyList<Guid>? Sources = null);

    /// <summary>The body of an approval.</summary>
    public sealed record ApprovalBody(Guid ProposalId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/proposals", ProposeAsync)
            .Named("proposeTraceAnswer", "Propose what is to be answered to another State; nothing is disclosed by it")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(CrossBorderExamples.Proposal)
            .Refuses([TraceRequestErrors.AnswerIncompleteName, .. TraceRequestErrors.OfActs]);
        routes.MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/approvals", ApproveAsync)
            .Named("approveTraceAnswer", "Approve the proposed answer to another State; what it discloses is checked and logged")
            .Requires(AccessPolicy.ExchangeTraces)
            .Example(CrossBorderExamples.Approval)
            .Refuses([TraceRequestErrors.NotProposed.Name, DisclosureErrors.UnknownSourceName, .. DisclosureErrors.Names, .. TraceRequestErrors.OfActs]);
    }

    private static Task<Result<Written>> ProposeAsync(
        Guid id, Body<ProposalBody> body, WriteCall call, CrossBorderChange change, CancellationToken token)
    {
        var command = new ProposeAnswer(id, Guid.CreateVersion7(call.Context.Now), body.Value.Answer, body.Value.Restriction, body.Value.Sources);
        return change.RunAsync(id, TraceAct.ProposeAnswer, (request, _) => ProposeAnswer.Decide(command, request), call.Context, token);
    }

    private static Task<Result<Written>> ApproveAsync(
        Guid id, Body<ApprovalBody> body, WriteCall call, ApproveAnswerHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ApproveAnswer(id, body.Value.ProposalId, Guid.CreateVersion7(call.Context.Now), Guid.CreateVersion7(call.Context.Now)),
            call.Context, token);
}

/// <summary>Carries out <see cref="ApproveAnswer"/>.</summary>
internal sealed class ApproveAnswerHandler(CrossBorderChange change, LentInformationReader lending)
{
    /// <summary>Approves the answer, where no restriction of what further States lent forbids it.</summary>
    public Task<Result<Written>> HandleAsync(ApproveAnswer command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.ApproveAnswer, async (request, partner) => ApproveAnswer.Decide(command, request, partner,
            await lending.ReadAsync(change.Session, request.Id, without: request.Id, token), context.Now), context, token);
}
