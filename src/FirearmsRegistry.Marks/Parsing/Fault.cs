namespace FirearmsRegistry.Marks.Parsing;

/// <summary>Why a text or a value is not taken: the rule it breaks, who made that rule, and what was probably meant.</summary>
/// <param name="Rule">The broken rule as one sentence for the person who typed the value.</param>
/// <param name="Source">The standard or legal text behind the rule, for example <c>ISO 3166-1</c>; none where the rule is this system's own.</param>
/// <param name="Suggestion">A value that would be taken and is probably meant; none where nothing can be guessed.</param>
public sealed record Fault(string Rule, string? Source = null, string? Suggestion = null)
{
    /// <summary>The refusal's stable kebab-case name, for example <c>value-check-digit</c>; none for a word whose one rule names itself.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The UTF-16 index of the first character that cannot stand there, the text's length where something is missing at its end;
    /// none where the text is judged as a whole.
    /// </summary>
    public int? At { get; init; }
}
