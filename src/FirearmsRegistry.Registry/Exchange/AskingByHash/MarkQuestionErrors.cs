using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>The refusals of questions by hash.</summary>
internal static class MarkQuestionErrors
{
    public const string RefusedByPartnerName = "partner-refused-question";

    public static Refusal NotAgreed { get; } = new("mark-questions-not-agreed", RefusalKind.Forbidden,
        "The two States have not agreed on asking by hash.", "Both need an agreement on record and the secret of the pair.");

    public static Refusal BudgetSpent { get; } = new("mark-question-budget-spent", RefusalKind.TooMany,
        "As many marks as were agreed on were asked for today.", "The budget begins anew at midnight UTC.");

    public static Refusal QuestionInvalid { get; } = new("mark-question-invalid", RefusalKind.Malformed,
        "This is no question for marks.", $"It has an id and 1 to {MarkQuestion.MostMarks} hashes of 64 hexadecimal digits.");

    public static Refusal Unreachable { get; } = new("partner-unreachable", RefusalKind.Unavailable,
        "The partner's registry gave no answer that can be used.", "Ask the same again later: on the same day it is the same question, and costs nothing again.");

    public static Refusal RefusedByPartner(string name) => new(RefusedByPartnerName, RefusalKind.Conflict,
        "The partner's registry refused the question.", $"Its refusal was {name}.");

    /// <summary>
    /// What the partner's registry refused by name; null where nobody can know whether it answered, or where it would if it were asked again: what
    /// something on the way doubled is refused as a replay, after the first copy was answered.
    /// </summary>
    public static Refusal? Of(OutgoingAnswer answer)
    {
        if (answer is not { Outcome: OutgoingOutcome.Answered, Status: >= 400 and < 500 } || PartnerProblems.NameOf(answer) is not { } name
            || name == ExchangeErrors.Replayed.Name || name == WritingErrors.TryAgain.Name)
        {
            return null;
        }

        return name == BudgetSpent.Name ? BudgetSpent : RefusedByPartner(name);
    }

    public static Refusal NothingToAsk(int index) => Refusal.Input(
        new InputError($"/marks/{index}/mark", null, "Must have a letter or a digit to ask by."));
}
