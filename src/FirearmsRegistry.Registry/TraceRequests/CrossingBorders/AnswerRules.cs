using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>What an answer between States must say, and what it means for the request.</summary>
public static class AnswerRules
{
    private const string Instrument = "International Tracing Instrument";

    /// <summary>Where a request stands after an answer.</summary>
    public static TraceRequestState StateAfter(TraceAnswerKind kind) => kind switch
    {
        TraceAnswerKind.Answered => TraceRequestState.Answered,
        TraceAnswerKind.PartiallyAnswered => TraceRequestState.PartiallyAnswered,
        TraceAnswerKind.Delayed => TraceRequestState.Delayed,
        TraceAnswerKind.Restricted => TraceRequestState.Restricted,
        TraceAnswerKind.Refused => TraceRequestState.Refused,
    };

    /// <summary>Whether no more is to come after an answer.</summary>
    public static bool IsFinal(TraceAnswerKind kind) => kind is not (TraceAnswerKind.PartiallyAnswered or TraceAnswerKind.Delayed);

    /// <summary>Whether an answer needs one of the four reasons and its text.</summary>
    public static bool IsWithheld(TraceAnswerKind kind) => kind is TraceAnswerKind.Delayed or TraceAnswerKind.Restricted or TraceAnswerKind.Refused;

    /// <summary>What is wrong with an answer; empty where nothing is.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="at">The pointer of the answer in the body.</param>
    public static IReadOnlyList<InputError> Faults(TraceAnswerContent answer, string at)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var errors = new List<InputError>();
        var withheld = IsWithheld(answer.Kind);
        Require(withheld == answer.Reason is not null, "reason", "Must be given for a delay, a restriction or a refusal, and only for those.", "para. 22");
        Require(withheld == answer.Explanation is not null, "explanation", "Must give the reason in words for a delay, a restriction or a refusal, and only for those.", "para. 23");
        Require(answer.Kind is not TraceAnswerKind.Answered || answer.Finding is not null, "finding", "A whole answer says whether the register has the arm.", "para. 21");
        Require(answer.Kind is not (TraceAnswerKind.Delayed or TraceAnswerKind.Refused) || answer.Finding is null, "finding",
            "A delay and a refusal tell nothing of the arm.", "para. 22");
        Require(answer.Kind is not (TraceAnswerKind.Delayed or TraceAnswerKind.Refused) || answer.Facts is null, "facts",
            "A delay and a refusal tell nothing of the arm.", "para. 22");
        Require(!IsFinal(answer.Kind) || answer.ExpectedOn is null, "expectedOn", "Nothing more is expected after this answer.", "para. 21");
        return errors;

        void Require(bool holds, string member, string rule, string paragraph)
        {
            if (!holds)
                errors.Add(new InputError($"{at}/{member}", null, rule, $"{Instrument} {paragraph}"));
        }
    }
}
