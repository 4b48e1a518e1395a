using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.Payloads;

/// <summary>
/// The identifier of an enterprise or authority in the NATO Codification System (issuing agency <c>D</c>): five capitals and digits.
/// A <c>default</c> one is none: its members throw <see cref="InvalidOperationException"/>.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<Ncage>))]
public readonly record struct Ncage : IParsableWord<Ncage>
{
    /// <summary>The number of characters.</summary>
    public const int Length = 5;

    /// <summary>The issuing agency code of the NATO Codification System (ISO/IEC 15459).</summary>
    internal const string IssuingAgency = "D";

    private readonly string? _code;

    private Ncage(string code)
    {
        _code = code;
    }

    /// <summary>Reads five capitals and digits.</summary>
    public static Parsed<Ncage> Parse(string? text) =>
        text is { Length: Length } && text.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character))
            ? new Ncage(text)
            : new Fault("An NCAGE code has five characters, A to Z and 0 to 9.", "NATO Codification System (ACodP-1)");

    /// <summary>The five characters.</summary>
    public override string ToString() => MissingWord.Require(_code, nameof(Ncage));
}
