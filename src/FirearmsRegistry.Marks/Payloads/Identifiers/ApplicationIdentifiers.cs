using System.Collections.Frozen;

namespace FirearmsRegistry.Marks.Payloads.Identifiers;

/// <summary>The GS1 application identifiers that matter to arms and ammunition boxes. None begins another, so a text tells its own.</summary>
internal static class ApplicationIdentifiers
{
    public const string Source = "GS1 General Specifications section 3";

    private static readonly FrozenDictionary<string, ElementRule> Rules = new ElementRule[]
    {
        new("01", 14, 14, Characters.Digits, Source) { HasPredefinedLength = true, Content = value => Gs1Values.CheckDigit("01", value, value.Length) },
        new("10", 1, 20, Characters.Set82, Source) { Content = Gs1Values.CarriesNoSeparator },
        new("11", 6, 6, Characters.Digits, Source) { HasPredefinedLength = true, Content = ValueDates.YearMonthDay },
        new("21", 1, 20, Characters.Set82, Source) { Content = Gs1Values.CarriesNoSeparator },
        new("30", 1, 8, Characters.Digits, Source),
        new("422", 3, 3, Characters.Digits, Source) { Content = Gs1Values.Country },
        new("8003", 14, 30, Characters.Set82, Source) { Content = Gs1Values.ReturnableAsset },
        new("8004", 4, 30, Characters.Set82, Source) { Content = Gs1Values.IndividualAsset },
    }.ToFrozenDictionary(rule => rule.Identifier);

    public static string Known { get; } = string.Join(", ", Rules.Keys.Order(StringComparer.Ordinal));

    public static FoundIdentifier? Find(ReadOnlySpan<char> text)
    {
        var byText = Rules.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= Math.Min(4, text.Length); length++)
        {
            if (byText.TryGetValue(text[..length], out var rule)) return new FoundIdentifier(rule, length, IsListed: true);
        }

        return null;
    }
}
