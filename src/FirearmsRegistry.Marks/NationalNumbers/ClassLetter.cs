using System.Text.Json.Serialization;

using FirearmsRegistry.Marks.Parsing;

namespace FirearmsRegistry.Marks.NationalNumbers;

/// <summary>
/// The class of arms that a national number is issued for: a capital A to Z without I, O and Q, which wear to digits.
/// A <c>default</c> letter is none: its members throw <see cref="InvalidOperationException"/>.
/// </summary>
[JsonConverter(typeof(ParsedJsonConverter<ClassLetter>))]
public readonly record struct ClassLetter : IParsableWord<ClassLetter>
{
    private readonly string? _letter;

    private ClassLetter(string letter)
    {
        _letter = letter;
    }

    /// <summary>Arms of civilians: <c>A</c>.</summary>
    public static ClassLetter Civil { get; } = new("A");

    /// <summary>Arms of the State: <c>S</c>.</summary>
    public static ClassLetter State { get; } = new("S");

    /// <summary>Arms of museums and collections of the State: <c>M</c>.</summary>
    public static ClassLetter Museum { get; } = new("M");

    /// <summary>Reads one capital letter.</summary>
    public static Parsed<ClassLetter> Parse(string? text) =>
        text is [>= 'A' and <= 'Z' and not ('I' or 'O' or 'Q')]
            ? new ClassLetter(text)
            : new Fault("A class is one capital letter other than I, O and Q.", Suggestion: text is [>= 'a' and <= 'z' and not ('i' or 'o' or 'q')] ? text.ToUpperInvariant() : null);

    /// <summary>The letter.</summary>
    public override string ToString() => MissingWord.Require(_letter, nameof(ClassLetter));
}
