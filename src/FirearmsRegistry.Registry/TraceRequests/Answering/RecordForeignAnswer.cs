using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.TraceRequests.Answering;

/// <summary>Record what another State answered; also after the clock, since a late answer is an answer.</summary>
/// <param name="TraceRequestId">The request.</param>
/// <param name="AnswerId">The new answer's id.</param>
/// <param name="Country">The State.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="Reason">Why it refused (International Tracing Instrument para. 22).</param>
/// <param name="Explanation">Its explanation (International Tracing Instrument para. 23).</param>
/// <param name="Source">The authority that answered.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="AnsweredOn">When.</param>
public sealed record RecordForeignAnswer(
    Guid TraceRequestId,
    Guid AnswerId,
    CountryCode Country,
    ForeignAnswerKind Answer,
    WithholdingReason? Reason,
    Note? Explanation,
    ShortText Source,
    ShortText Reference,
    PartialDate AnsweredOn)
{
    /// <summary>Decides what the answer means for the request and the item.</summary>
    public static Result<TraceDecision> Decide(RecordForeignAnswer command, TraceRequest request, SeizedItem item)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        if (request.State == TraceRequestState.Withdrawn)
            return TraceRequestErrors.Withdrawn;
        if (!request.Searched)
            return TraceRequestErrors.NotSearched;
        if (Unexplained(command) is { Count: > 0 } errors)
            return TraceRequestErrors.RefusalUnexplained(errors);

        var recorded = new ForeignAnswerRecorded(command.AnswerId, command.Country, command.Answer, command.Reason, command.Explanation,
            command.Source, command.Reference, command.AnsweredOn);
        return Conclude(request, item, [recorded], recorded, stillOpen: request.OpenOnward.Count > 0);
    }

    /// <summary>Decides the outcome anew from an answer; while other requests that go on with this one are open, it stays in progress.</summary>
    internal static TraceDecision Conclude(
        TraceRequest request, SeizedItem item, IReadOnlyList<object> happened, ForeignAnswerRecorded recorded, bool stillOpen)
    {
        var confirmed = IsConfirmed(request, recorded);
        var pending = stillOpen && !confirmed && !request.HasEnded;
        return TraceDecision.Conclude(request, item, happened, pending ? TraceRequestState.InProgress : StateOf(confirmed, recorded.Answer),
            pending ? request.Outcome!.Outcome : OutcomeOf(request, confirmed, recorded.Answer), facts => Learn(request, recorded, facts, stillOpen));
    }

    /// <summary>What is known of the item once another State has answered.</summary>
    internal static OutcomeFacts Learn(TraceRequest request, ForeignAnswerRecorded recorded, OutcomeFacts facts, bool stillOpen) => facts with
    {
        ForeignAnswer = IsConfirmed(request, recorded) ? ForeignAnswer.Confirmed : ForeignAnswer.Negative,
        Request = RequestState.Closed,
        OnwardRequest = stillOpen ? RequestState.Open : RequestState.Closed,
        AnswerClockRunning = stillOpen,
    };

    private static bool IsConfirmed(TraceRequest request, ForeignAnswerRecorded recorded) =>
        request.Answers.Append(recorded).Any(answer => answer.Answer == ForeignAnswerKind.Positive);

    private static TraceRequestState StateOf(bool confirmed, ForeignAnswerKind answer) =>
        !confirmed && answer == ForeignAnswerKind.Refused ? TraceRequestState.Refused : TraceRequestState.Answered;

    private static TraceOutcome OutcomeOf(TraceRequest request, bool confirmed, ForeignAnswerKind answer)
    {
        // An arm whose last legal record stands here stays traced, whatever another State says of it.
        if (request.Chain?.LastLegalRecord is { IsExport: false })
            return request.Outcome!.Outcome;
        if (confirmed)
            return TraceOutcome.TracedToForeignCountry;
        return answer == ForeignAnswerKind.Refused ? TraceOutcome.RefusedAbroad : TraceOutcome.NotFoundInRegistry;
    }

    private static List<InputError> Unexplained(RecordForeignAnswer command)
    {
        var errors = new List<InputError>();
        var refused = command.Answer == ForeignAnswerKind.Refused;
        if (refused != command.Reason is not null)
            errors.Add(new InputError("/reason", null, "Must be given for a refusal, and only for that.", "International Tracing Instrument para. 22"));
        if (refused && command.Explanation is null)
            errors.Add(new InputError("/explanation", null, "Must be given for a refusal.", "International Tracing Instrument para. 23"));
        return errors;
    }
}
