using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Countries;

/// <summary>
/// A country by its ISO 3166-1 alpha-3 code, a former one of ISO 3166-3 (an arm made in the USSR stays made in the USSR),
/// or a user-assigned code <c>XAA</c> to <c>XZZ</c> for "unknown" and for international bodies.
/// </summary>
/// <remarks>
/// Alpha-3 in the registry, alpha-2 only on metal (MOSAIC 05.30). What a user-assigned code stands for is said by the registry's
/// own catalogue. A <c>default</c> code is none: its members throw <see cref="InvalidOperationException"/>.
/// </remarks>
[JsonConverter(typeof(ParsedJsonConverter<CountryCode>))]
public readonly record struct CountryCode : IParsableWord<CountryCode>, IComparable<CountryCode>
{
    private const string Source = "ISO 3166-1";

    private readonly string? _alpha3;

    private CountryCode(string alpha3)
    {
        _alpha3 = alpha3;
    }

    /// <summary>The countries of ISO 3166-1, ordered by code.</summary>
    public static IReadOnlyList<CountryCode> Current { get; } = [.. CountryTable.Current.Select(row => new CountryCode(row.Alpha3))];

    /// <summary>The former countries of ISO 3166-3, ordered by code.</summary>
    public static IReadOnlyList<CountryCode> Former { get; } = [.. CountryTable.Former.Select(row => new CountryCode(row.Alpha3))];

    /// <summary>The alpha-3 code.</summary>
    public string Alpha3 => MissingWord.Require(_alpha3, nameof(CountryCode));

    /// <summary>The alpha-2 code; none for a user-assigned code. That of a former country may since have been given to another.</summary>
    public string? Alpha2 => Row?.Alpha2;

    /// <summary>The number of ISO 3166-1, the same as that of M49; none for a user-assigned code and for a few former countries.</summary>
    public int? M49 => Row?.Number;

    /// <summary>The English short name.</summary>
    public string Name => Row?.Name ?? $"User-assigned code {Alpha3}";

    /// <summary>Whether the country exists no more under this code (ISO 3166-3).</summary>
    public bool IsFormer => WithdrawnIn is not null;

    /// <summary>The year in which the code was withdrawn; none for a code in use.</summary>
    public int? WithdrawnIn => Row?.WithdrawnIn;

    /// <summary>Whether the code is one of <c>XAA</c> to <c>XZZ</c>, which ISO 3166-1 leaves to its users.</summary>
    public bool IsUserAssigned => Row is null;

    private CountryRow? Row => CountryTable.ByAlpha3.GetValueOrDefault(Alpha3);

    /// <summary>Reads an alpha-3 code in capitals.</summary>
    public static Parsed<CountryCode> Parse(string? text)
    {
        if (text is not null && (CountryTable.ByAlpha3.ContainsKey(text) || IsUserAssignedCode(text)))
        {
            return new CountryCode(text);
        }

        return new Fault(
            "A country is given by its ISO 3166-1 alpha-3 code in capitals, a former country by that of ISO 3166-3.",
            Source,
            Suggestion(text));
    }

    /// <summary>Finds the country of today that has an alpha-2 code, as it stands on metal.</summary>
    public static bool TryFromAlpha2(string? alpha2, out CountryCode country)
    {
        var found = CountryTable.CurrentByAlpha2.GetValueOrDefault(alpha2 ?? "");
        country = found is null ? default : new CountryCode(found.Alpha3);
        return found is not null;
    }

    /// <summary>Orders by alpha-3 code.</summary>
    public int CompareTo(CountryCode other) => string.CompareOrdinal(_alpha3, other._alpha3);

    /// <summary>The alpha-3 code.</summary>
    public override string ToString() => Alpha3;

    private static bool IsUserAssignedCode(string text) => text is ['X', >= 'A' and <= 'Z', >= 'A' and <= 'Z'];

    private static string? Suggestion(string? text)
    {
        if (text is null || text.Length > 60)
        {
            return null;
        }

        var upper = text.Trim().ToUpperInvariant();
        return CountryTable.ByAlpha3.ContainsKey(upper) || IsUserAssignedCode(upper) ? upper
            : CountryTable.CurrentByAlpha2.TryGetValue(upper, out var byAlpha2) ? byAlpha2.Alpha3
            : CountryTable.Current.FirstOrDefault(row => string.Equals(row.Name, upper, StringComparison.OrdinalIgnoreCase))?.Alpha3;
    }
}
