using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>The code of an indicator, dimension or category of a count from elsewhere, such as <c>persons_arrested_or_suspected</c>.</summary>
[JsonConverter(typeof(ParsedJsonConverter<CountCode>))]
public readonly partial record struct CountCode : IParsableWord<CountCode>
{
    private static readonly Fault Broken = new("A code has 1 to 60 small letters, digits and underscores, and begins with a letter.");

    private readonly string? _code;

    private CountCode(string code) => _code = code;

    /// <summary>Reads a code; nothing is changed.</summary>
    public static Parsed<CountCode> Parse(string? text) => text is not null && Form().IsMatch(text) ? new CountCode(text) : Broken;

    /// <inheritdoc/>
    public override string ToString() => _code ?? throw new InvalidOperationException("This code was never set.");

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,59}\z")]
    private static partial Regex Form();
}
