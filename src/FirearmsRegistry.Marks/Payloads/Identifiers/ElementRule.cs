using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>What the value after one identifier must be.</summary>
/// <param name="Identifier">The identifier as it is written in the payload.</param>
/// <param name="Shortest">The least number of characters.</param>
/// <param name="Longest">The greatest number of characters.</param>
/// <param name="Characters">The characters allowed.</param>
/// <param name="Source">Who made the rule.</param>
internal sealed record ElementRule(string Identifier, int Shortest, int Longest, Characters Characters, string Source)
{
    /// <summary>Whether the element may stand twice in one envelope.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the next element follows without a separator, because the length is on GS1's list of predefined ones.</summary>
    public bool HasPredefinedLength { get; init; }

    /// <summary>What else the value must keep; the fault's place counts from the value's first character.</summary>
    public Func<string, Fault?>? Content { get; init; }

    /// <summary>The first rule that a value breaks, its place counted from the value's first character; none if it keeps all.</summary>
    public Fault? Check(string value)
    {
        if (value.Length == 0) return PayloadFaults.ValueEmpty(Identifier, Source, 0);
        for (var i = 0; i < value.Length; i++)
        {
            if (!Characters.Contains(value[i])) return PayloadFaults.ValueCharacter(Identifier, Characters.Name, Source, i);
        }

        return value.Length < Shortest ? PayloadFaults.ValueLength(this, value.Length)
            : value.Length > Longest ? PayloadFaults.ValueLength(this, Longest)
            : Content?.Invoke(value);
    }
}
