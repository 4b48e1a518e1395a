namespace FirearmsRegistry.Marks.Parsing;

/// <summary>Why a text or a value is not taken: the rule it breaks, who made that rule, and what was probably meant.</summary>
/// <param name="Rule">The broken rule as one sentence for the person who typed the value.</param>
/// <param name="Source">The standard or legal text behind the rule, for example <c>ISO 3166-1</c>; none where the rule is this system's own.</param>
/// <param name="Suggestion">A value that would be taken and is probably meant; none where nothing can be guessed.</param>
public sealed record Fault(string Rule, string? Source = null, string? Suggestion = null);
