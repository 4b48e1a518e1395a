using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>
/// The code of a catalogue entry, such as <c>fn_herstal</c> or <c>9x19</c>; a country's is its ISO 3166 alpha-3 code. Unique within its
/// catalogue, and never given to anything else.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<CatalogueCode>))]
public readonly partial record struct CatalogueCode : IParsableWord<CatalogueCode>, IComparable<CatalogueCode>
{
    private static readonly Fault Broken = new(
        "A code has 1 to 60 small letters, digits and underscores and begins with a letter or digit; a country's has three capitals.");

    private readonly string? _code;

    private CatalogueCode(string code) => _code = code;

    /// <summary>Reads a code; nothing is changed.</summary>
    public static Parsed<CatalogueCode> Parse(string? text) => text is not null && Form().IsMatch(text) ? new CatalogueCode(text) : Broken;

    /// <summary>Orders by code point.</summary>
    public int CompareTo(CatalogueCode other) => string.CompareOrdinal(_code, other._code);

    /// <inheritdoc/>
    public override string ToString() => _code ?? throw new InvalidOperationException("This code was never set.");

    [GeneratedRegex(@"\A(?:[a-z0-9][a-z0-9_]{0,59}|[A-Z]{3})\z")]
    private static partial Regex Form();
}
