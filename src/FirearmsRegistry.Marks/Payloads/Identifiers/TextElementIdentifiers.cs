using System.Collections.Frozen;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>ATA text element identifiers: three capital letters, one space, the value.</summary>
internal static class TextElementIdentifiers
{
    public const string Source = "ATA Common Support Data Dictionary";

    private const int Letters = 3;

    private static readonly FrozenDictionary<string, ElementRule> Rules = new[]
    {
        Enterprise("CAG"), Enterprise("MFR"), Enterprise("SPL"),
        new("DUN", 9, 9, Characters.Digits, Source),
        Any("SER"), Any("UCN"), Any("PNO"), Any("SEQ"), Any("LOT"),
    }.ToFrozenDictionary(rule => rule.Identifier);

    public static FoundIdentifier? Find(ReadOnlySpan<char> text)
    {
        if (text.Length <= Letters || text[Letters] != ' ' || text[..Letters].ContainsAnyExceptInRange('A', 'Z')) return null;
        var identifier = text[..Letters];
        return Rules.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(identifier, out var rule)
            ? new FoundIdentifier(rule, Letters + 1, IsListed: true)
            : new FoundIdentifier(Any(identifier.ToString()) with { IsRepeatable = true }, Letters + 1, IsListed: false);
    }

    private static ElementRule Enterprise(string identifier) => new(identifier, Ncage.Length, Ncage.Length, Characters.CapitalsAndDigits, Source);

    private static ElementRule Any(string identifier) => new(identifier, 1, Payload.MaxLength, Characters.Printable, Source);
}
