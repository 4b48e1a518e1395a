using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.ReceivingAnswers;

/// <summary>Record what the other State answered: whole, in part, delayed, restricted or refused; also after its clock ran out.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="AnswerId">The new answer's id.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="Source">The authority that answered.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="AnsweredOn">When.</param>
/// <param name="Restriction">What the State asks for its information.</param>
public sealed record RecordOutboundAnswer(
    Guid TraceRequestId,
    Guid AnswerId,
    TraceAnswerContent Answer,
    ShortText Source,
    ShortText Reference,
    PartialDate AnsweredOn,
    HandlingRestriction? Restriction)
{
    /// <summary>Decides what the answer means for the request itself; what it means for the first of the tree is <see cref="OnwardRule"/>'s.</summary>
    public static Result<IReadOnlyList<object>> Decide(RecordOutboundAnswer command, TraceRequest request, Partner partner, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        if (TraceActs.Refuse(request, TraceAct.RecordAnswer) is { } refusal)
            return refusal;
        if (AnswerRules.Faults(command.Answer, "/answer") is { Count: > 0 } faults)
            return TraceRequestErrors.AnswerIncomplete(faults);
        if (DisclosureRules.Restriction(command.Restriction) is { } unreadable)
            return unreadable;
        return Result.Of<IReadOnlyList<object>>(
        [
            new OutboundTraceAnswered(command.AnswerId, command.Answer, command.Source, command.Reference, command.AnsweredOn, command.Restriction),
            .. TraceClock.Of(partner, request.Priority).AfterAnswer(request, command.Answer, now),
        ]);
    }
}
