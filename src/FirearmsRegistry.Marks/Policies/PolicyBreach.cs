using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>What follows from a breach.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter))]
public enum BreachWeight
{
    /// <summary>The mark is refused when applied under the policy; on an arm recorded as found it is a finding.</summary>
    Refusal,

    /// <summary>The mark is taken, and the breach is kept as a finding.</summary>
    Warning,
}

/// <summary>One rule that a mark breaks.</summary>
/// <param name="Pointer">JSON pointer into the mark: <c>/height</c>, <c>/depth</c>, <c>/component</c>, <c>/location</c>, <c>/method</c>, <c>/text</c> or <c>/content/…</c>.</param>
/// <param name="Rule">The rule, as one sentence.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Seen">The value that breaks it; none for something left out.</param>
/// <param name="Weight">What follows.</param>
public sealed record PolicyBreach(string Pointer, string Rule, string Source, string? Seen, BreachWeight Weight = BreachWeight.Refusal);
