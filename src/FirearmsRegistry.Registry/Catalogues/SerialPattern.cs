using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FirearmsRegistry.Marks.Parsing;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>
/// A form that serials have: <c>A</c> is a letter, <c>9</c> a digit, <c>*</c> either, <c>'KM'</c> these characters; <c>{5}</c> or
/// <c>{2-4}</c> repeats what stands before it. Hyphens and blanks are for the reader. <c>A{2-4}9{3}</c> has two to four letters and three digits.
/// </summary>
/// <remarks>Compared with a serial's exact search key, which has no separators.</remarks>
[JsonConverter(typeof(ParsedJsonConverter<SerialPattern>))]
public readonly partial record struct SerialPattern : IParsableWord<SerialPattern>
{
    private const int Longest = 60;

    private const int MostCharacters = 40;

    private static readonly Fault Broken = new(
        $"A pattern has at most {Longest} characters: A a letter, 9 a digit, * either, 'KM' these characters, "
        + $"{{5}} or {{2-4}} a repetition up to {MostCharacters}.");

    private readonly string? _pattern;

    private SerialPattern(string pattern) => _pattern = pattern;

    /// <summary>Reads a pattern; nothing is changed.</summary>
    public static Parsed<SerialPattern> Parse(string? text) =>
        text is { Length: > 0 and <= Longest } && Form().IsMatch(text)
        && Counts(text).All(count => count.Least <= count.Most && count.Most is > 0 and <= MostCharacters)
            ? new SerialPattern(text)
            : Broken;

    /// <summary>Whether a serial has this form.</summary>
    public bool Fits(string serial) => Expression().IsMatch(SearchKey.Of(serial).ExactKey);

    /// <inheritdoc/>
    public override string ToString() => _pattern ?? throw new InvalidOperationException("This pattern was never set.");

    private static IEnumerable<(int Least, int Most)> Counts(string text) =>
        Count().Matches(text).Select(match => (Number(match.Groups[1]), Number(match.Groups[match.Groups[2].Success ? 2 : 1])));

    private static int Number(Group group) => int.Parse(group.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What exact search keys of serials of this form match: for those who compare many.</summary>
    internal Regex Expression()
    {
        var expression = new StringBuilder(@"\A");
        foreach (Match part in Part().Matches(ToString()))
        {
            var sign = part.Groups["sign"].Value;
            expression.Append(sign switch
            {
                "A" => @"\p{L}",
                "9" => "[0-9]",
                "*" => @"[\p{L}0-9]",
                _ => $"(?:{Regex.Escape(SearchKey.Of(sign).ExactKey)})",
            });
            expression.Append(part.Groups["count"].Value.Replace('-', ','));
        }

        // Patterns come from users: this engine takes time linear in the serial, whatever the pattern.
        return new Regex(expression.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\A(?:(?:[A9*]|'[\p{Lu}0-9]+')(?:\{[0-9]{1,2}(?:-[0-9]{1,2})?\})?[ -]?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<sign>[A9*]|'[^']+')(?<count>\{[^}]+\})?")]
    private static partial Regex Part();

    [GeneratedRegex(@"\{([0-9]+)(?:-([0-9]+))?\}")]
    private static partial Regex Count();
}
