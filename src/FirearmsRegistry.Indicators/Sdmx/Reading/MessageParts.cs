using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Collects observations and findings while a message is read.</summary>
internal sealed class MessageParts(SdmxStructure structure)
{
    private readonly List<SdmxObservation> _observations = [];
    private readonly List<SdmxFinding> _findings = [];

    public void Add(string place, string? component, SdmxRule rule, string reason) => _findings.Add(new(place, component, rule, reason));

    public void Malformed(string place, string reason) => Add(place, null, SdmxRule.Malformed, reason);

    /// <summary>Adds an observation; a component that is given twice is a finding.</summary>
    public void Add(string place, IEnumerable<(string Component, string? Value)> values, Func<string, string?>? locate = null)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var observation = new SdmxObservation(place, read) { Locate = locate };
        foreach (var (component, value) in values)
        {
            if (!string.IsNullOrEmpty(value) && !read.TryAdd(component, value))
                Add(observation.PlaceOf(component), component, SdmxRule.ComponentTwice, "It stands twice.");
        }

        _observations.Add(observation);
    }

    /// <summary>Holds the dataflow that a message names against the structure's.</summary>
    public void CompareDataflow(string place, string? reference)
    {
        if (reference != structure.DataflowReference)
            Add(place, null, SdmxRule.OtherStructure, $"The message is of {reference ?? "no dataflow"}; it is checked as {structure.DataflowReference}.");
    }

    /// <summary>Holds an action against those by which a message adds to what is published or takes its place.</summary>
    public void CompareAction(string place, string? component, string? action, params string[] allowed)
    {
        if (!allowed.Contains(action))
        {
            Add(place, component, SdmxRule.ActionNotAllowed,
                $"{Shown.Of(action)} is none of {string.Join(", ", allowed)}; a deletion would take back what is published.");
        }
    }

    /// <summary>Holds the place of a component against where the structure has it.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="id">The component.</param>
    /// <param name="here">The components that belong there.</param>
    /// <param name="where">What <paramref name="here"/> are, in words.</param>
    public void CompareLevel(string place, string id, IEnumerable<SdmxComponent> here, string where)
    {
        if (here.Any(component => component.Id == id))
            return;
        if (structure.Components.Any(component => component.Id == id))
            Add(place, id, SdmxRule.OtherLevel, $"It stands among {where}, where the structure does not have it.");
        else
            Add(place, id, SdmxRule.ComponentUnknown, Unknown(structure));
    }

    /// <summary>Why a component is none.</summary>
    public static string Unknown(SdmxStructure structure) => $"The structure {structure.DataStructure.Id}({structure.Version}) has no such component.";

    public SdmxReading Reading(string format) => new(format, _observations, _findings);
}
