using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
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
/// <param name="NextCountry">The State to which it exported the arm; only with an export.</param>
public sealed record RecordForeignAnswer(
    Guid TraceRequestId,
    Guid AnswerId,
    CountryCode Country,
    ForeignAnswerKind Answer,
    WithholdingReason? Reason,
    Note? Explanation,
    ShortText Source,
    ShortText Reference,
    PartialDate AnsweredOn,
    CountryCode? NextCountry = null)
{
    /// <summary>Decides what the answer means for the request and the item.</summary>
    public static Result<TraceDecision> Decide(RecordForeignAnswer command, TraceRequest request, SeizedItem item, WaitingState waiting)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(waiting);
        if (request.State == TraceRequestState.Withdrawn)
            return TraceRequestErrors.Withdrawn;
        if (!request.Searched)
            return TraceRequestErrors.NotSearched;
        if (Unexplained(command) is { Count: > 0 } errors)
            return TraceRequestErrors.RefusalUnexplained(errors);
        if (Misdirected(command) is { } misdirected)
            return Refusal.Input(misdirected);

        var meaning = AnswerMeaning.Of(command.Answer, command.NextCountry, waiting.Country);
        var recorded = new ForeignAnswerRecorded(command.AnswerId, command.Country, meaning.Kind, command.Reason, command.Explanation,
            command.Source, command.Reference, command.AnsweredOn, meaning.NextCountry);
        return Conclude(request, item, [recorded], recorded, stillOpen: request.OpenOnward.Count > 0, waiting);
    }

    /// <summary>
    /// Decides the outcome anew from an answer; while other requests that go on with this one are open, it stays in progress. Where the arm
    /// was exported further, that State is waited for as the first one was.
    /// </summary>
    internal static TraceDecision Conclude(
        TraceRequest request, SeizedItem item, IReadOnlyList<object> happened, ForeignAnswerRecorded recorded, bool stillOpen, WaitingState waiting)
    {
        var confirmed = IsConfirmed(request, recorded);
        var next = confirmed ? null : ToBeAsked(request, happened, recorded, waiting);
        var awaited = stillOpen || next is not null;
        if (next is not null)
            happened = [.. happened, next];
        var pending = awaited && !confirmed && !request.HasEnded;
        return TraceDecision.Conclude(request, item, happened,
            pending ? TraceRequestState.InProgress : next is null ? StateOf(confirmed, recorded.Answer) : request.Outcome!.State,
            pending && next is null ? request.Outcome!.Outcome : OutcomeOf(request, confirmed, recorded.Answer),
            facts => Learn(request, recorded, facts, awaited));
    }

    /// <summary>What is known of the item once another State has answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="recorded">The answer.</param>
    /// <param name="facts">What was known.</param>
    /// <param name="awaited">Whether a further State is asked, or to be asked within the clock.</param>
    internal static OutcomeFacts Learn(TraceRequest request, ForeignAnswerRecorded recorded, OutcomeFacts facts, bool awaited) => facts with
    {
        ForeignAnswer = IsConfirmed(request, recorded) ? ForeignAnswer.Confirmed
            : recorded.Answer == ForeignAnswerKind.Exported ? facts.ForeignAnswer
            : ForeignAnswer.Negative,
        Request = RequestState.Closed,
        OnwardRequest = awaited ? RequestState.Open : RequestState.Closed,
        AnswerClockRunning = awaited,
    };

    /// <summary>The State that is waited for without being asked yet: the one to which the arm was exported, or still the one before.</summary>
    private static OnwardRequestRecorded? ToBeAsked(
        TraceRequest request, IReadOnlyList<object> happened, ForeignAnswerRecorded recorded, WaitingState waiting)
    {
        var ended = happened.OfType<OnwardRequestEnded>().Select(one => one.OnwardRequestId).ToHashSet();
        if (recorded is { Answer: ForeignAnswerKind.Exported, NextCountry: { } next })
        {
            return request.OpenOnward.Any(open => open.Value == next && !ended.Contains(open.Key))
                ? null
                : new OnwardRequestRecorded(next, waiting.Until);
        }

        return request.Onward is { } before && before.Country != recorded.Country ? new OnwardRequestRecorded(before.Country, before.DueAt) : null;
    }

    private static bool IsConfirmed(TraceRequest request, ForeignAnswerRecorded recorded) =>
        request.Answers.Append(recorded).Any(answer => answer.Answer == ForeignAnswerKind.Positive);

    private static TraceRequestState StateOf(bool confirmed, ForeignAnswerKind answer) =>
        !confirmed && answer == ForeignAnswerKind.Refused ? TraceRequestState.Refused : TraceRequestState.Answered;

    private static TraceOutcome OutcomeOf(TraceRequest request, bool confirmed, ForeignAnswerKind answer)
    {
        // An arm whose last legal record stands here stays traced, whatever another State says of it.
        if (request.Chain?.LastLegalRecord is { IsExport: false })
            return request.Outcome!.Outcome;
        if (confirmed || answer == ForeignAnswerKind.Exported)
            return TraceOutcome.TracedToForeignCountry;
        return answer == ForeignAnswerKind.Refused ? TraceOutcome.RefusedAbroad : TraceOutcome.NotFoundInRegistry;
    }

    private static InputError? Misdirected(RecordForeignAnswer command) =>
        (command.Answer == ForeignAnswerKind.Exported) != command.NextCountry is not null
            ? new InputError("/nextCountry", command.NextCountry?.Alpha3, "Must be given for an export, and only for that.")
            : command.NextCountry == command.Country
                ? new InputError("/nextCountry", command.NextCountry?.Alpha3, "Must be another State than the one that answered.")
                : null;

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
