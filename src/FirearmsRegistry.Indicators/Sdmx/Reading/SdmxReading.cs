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

    /// <summary>Reads a message. The format is told by its first character and, with separated text, by its first column.</summary>
    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(structure);
        return text.AsSpan().TrimStart() switch
        {
            ['<', ..] => SdmxMlReader.Read(text, structure),
            ['{', ..] => SdmxJsonReader.Read(text, structure),
            _ => SdmxCsvReader.Read(text, structure),
        };
    }
}

/// <summary>Collects observations and findings while a message is read.</summary>
internal sealed class MessageParts(SdmxStructure structure)
{
    private readonly List<SdmxObservation> _observations = [];
    private readonly List<SdmxFinding> _findings = [];

    public void Add(string place, string? component, string reason) => _findings.Add(new(place, component, reason));

    /// <summary>Adds an observation; a component that is given twice is a finding.</summary>
    public void Add(string place, IEnumerable<(string Component, string? Value)> values)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (component, value) in values)
        {
            if (!string.IsNullOrEmpty(value) && !read.TryAdd(component, value))
                Add(place, component, "It stands twice.");
        }

        _observations.Add(new(place, read));
    }

    /// <summary>Holds the dataflow that a message names against the structure's.</summary>
    public void CompareDataflow(string place, string? reference)
    {
        if (reference != structure.DataflowReference)
            Add(place, null, $"The message is of {reference ?? "no dataflow"}; it is checked as {structure.DataflowReference}.");
    }

    public SdmxReading Reading(string format) => new(format, _observations, _findings);
}
