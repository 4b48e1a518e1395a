using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>The refusals of questions by hash.</summary>
internal static class MarkQuestionErrors
{
    public static Refusal NotAgreed { get; } = new("mark-questions-not-agreed", RefusalKind.Forbidden,
        "The two States have not agreed on asking by hash.", "Both need an agreement on record and the secret of the pair.");

    public static Refusal BudgetSpent { get; } = new("mark-question-budget-spent", RefusalKind.TooMany,
        "As many marks as were agreed on were asked for today.", "The budget begins anew at midnight UTC.");

    public static Refusal QuestionInvalid { get; } = new("mark-question-invalid", RefusalKind.Malformed,
        "This is no question for marks.", $"It has an id and 1 to {MarkQuestion.MostMarks} hashes of 64 hexadecimal digits.");

    public static Refusal Unreachable { get; } = new("partner-unreachable", RefusalKind.Unavailable,
        "The partner's registry gave no answer that can be used.", "Ask again later; a question that was answered costs nothing when it is repeated.");

    public static Refusal NothingToAsk(int index) => Refusal.Input(
        new InputError($"/marks/{index}/mark", null, "Must have a letter or a digit to ask by."));
}
