using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>A message as read.</summary>
/// <param name="Format">The format, told by the content; none where it is none of those known.</param>
/// <param name="Observations">Its observations.</param>
/// <param name="Findings">What is wrong with the message's form.</param>
public sealed record SdmxReading(string Format, IReadOnlyList<SdmxObservation> Observations, IReadOnlyList<SdmxFinding> Findings);

/// <summary>Reads messages in the formats that this system writes.</summary>
public static class SdmxReader
{
    /// <summary>The largest message taken, in characters.</summary>
    public const int Most = 64 * 1024 * 1024;

    private const char Undecodable = '\uFFFD';

    /// <summary>
    /// Reads a message, decoded as UTF-8 with replacement. The format is told by its first character and, with separated text, by its first column.
    /// </summary>
    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(structure);
        var reading = text.AsSpan().TrimStart() switch
        {
            ['<', ..] => SdmxMlReader.Read(text, structure),
            ['{', ..] => SdmxJsonReader.Read(text, structure),
            _ => SdmxCsvReader.Read(text, structure),
        };
        return text.IndexOf(Undecodable, StringComparison.Ordinal) is >= 0 and var at
            ? reading with { Findings = [new(PlaceOf(text, at), null, SdmxRule.NotUtf8, "Bytes here are not UTF-8, in which every message is read."), .. reading.Findings] }
            : reading;
    }

    private static string PlaceOf(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return FormattableString.Invariant($"line {before.Count('\n') + 1}, position {at - before.LastIndexOf('\n')}");
    }
}
