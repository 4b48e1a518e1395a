using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Answering;

/// <summary>What another State's answer says of the last legal record (SDG 16.4.2, the outcome lines' rules 7, 10 and 11).</summary>
/// <param name="Kind">Whose the last legal record is.</param>
/// <param name="NextCountry">The State to which the arm was exported.</param>
public sealed record AnswerMeaning(ForeignAnswerKind Kind, CountryCode? NextCountry)
{
    /// <summary>What an answer between registries means.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">The State that answered.</param>
    /// <param name="here">This State.</param>
    public static AnswerMeaning Of(TraceAnswerContent answer, CountryCode asked, CountryCode here)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer switch
        {
            // Whether a State calls an arm that it exported found or not: it names where the trail goes on.
            { Facts: { NextCountry: { } next } } when next != asked => Of(ForeignAnswerKind.Exported, next, here),
            { Facts.Outcome: TraceOutcome.TracedToForeignCountry } => new(ForeignAnswerKind.Exported, null),
            { Finding: TraceFinding.Positive } => new(ForeignAnswerKind.Positive, null),
            { Finding: TraceFinding.Negative } => new(ForeignAnswerKind.Negative, null),
            _ => new(ForeignAnswerKind.Refused, null),
        };
    }

    /// <summary>
    /// What a sort of answer means. An arm that was exported to this State, whose register has nothing later of it, has its last legal record
    /// in that export, and no further State can be asked.
    /// </summary>
    public static AnswerMeaning Of(ForeignAnswerKind kind, CountryCode? next, CountryCode here) =>
        new(kind == ForeignAnswerKind.Exported && next == here ? ForeignAnswerKind.Positive : kind, next);
}
