using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;

/// <summary><c>POST /trace-requests/{id}/received-answers</c>.</summary>
internal static class RecordOutboundAnswerEndpoint
{
    /// <summary>The body.</summary>
    public sealed record ReceivedAnswerBody(
        TraceAnswerContent Answer, ShortText Source, ShortText Reference, PartialDate AnsweredOn, HandlingRestriction? Restriction = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<TraceRequestAnswer, TraceRequestDetails>("/trace-requests/{id:guid}/received-answers", HandleAsync)
        .Named("recordReceivedAnswer", "Record what the other State answered: whole, in part, delayed, restricted or refused")
        .Requires(AccessPolicy.ExchangeTraces)
        .Example(CrossBorderExamples.ReceivedAnswer)
        .Refuses([TraceRequestErrors.AnswerIncompleteName, .. TraceRequestErrors.OfActs]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ReceivedAnswerBody> body, WriteCall call, RecordOutboundAnswerHandler handler, CancellationToken token)
    {
        var answer = body.Value;
        return handler.HandleAsync(
            new RecordOutboundAnswer(id, Guid.CreateVersion7(call.Context.Now), answer.Answer, answer.Source, answer.Reference, answer.AnsweredOn,
                answer.Restriction),
            call.Context, token);
    }
}

/// <summary>Carries out <see cref="RecordOutboundAnswer"/>.</summary>
internal sealed class RecordOutboundAnswerHandler(CrossBorderChange change)
{
    /// <summary>Records the answer, and decides the outcome of the first request of the tree and the line of its item anew.</summary>
    public Task<Result<Written>> HandleAsync(RecordOutboundAnswer command, CommandContext context, CancellationToken token) =>
        change.RunAsync(command.TraceRequestId, TraceAct.RecordAnswer,
            (request, partner) => RecordOutboundAnswer.Decide(command, request, partner, context.Now), context, token);
}
