using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Reading;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>
/// Holds observations against a structure: what schemas do not check. Every dimension stands there once with a code of its list and of the
/// content constraint, country data are of a State, mandatory attributes are there, a custom breakdown says what it is, no key stands twice, and
/// a value is a percentage that stands exactly where the status says so.
/// </summary>
public static class SdmxCheck
{
    /// <summary>All that is wrong, in the order of the message.</summary>
    public static IReadOnlyList<SdmxFinding> Of(SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(observations);
        var findings = new List<SdmxFinding>();
        var series = new SeriesCheck(structure);
        foreach (var observation in observations)
        {
            findings.AddRange(Components(structure, observation));
            findings.AddRange(Time(structure, observation));
            findings.AddRange(ValueCheck.Of(structure, observation));
            findings.AddRange(series.Next(observation));
        }

        if (observations.Count == 0)
            findings.Add(new("message", null, SdmxRule.NoObservation, "There is no observation in it."));
        // What is wrong with a series is found at each of its observations, at one and the same place.
        return [.. findings.Distinct()];
    }

    private static IEnumerable<SdmxFinding> Components(SdmxStructure structure, SdmxObservation observation)
    {
        foreach (var unknown in observation.Values.Keys.Where(id => !structure.Components.Any(component => component.Id == id)))
            yield return new(observation.PlaceOf(unknown), unknown, SdmxRule.ComponentUnknown, MessageParts.Unknown(structure));
        foreach (var component in structure.Dimensions.Select(dimension => dimension with { Mandatory = true }).Concat(structure.Attributes))
        {
            if (observation[component.Id] is not { } value)
            {
                if (component.Mandatory)
                    yield return new(observation.PlaceOf(component.Id), component.Id, SdmxRule.ComponentMissing, "It must have a value.");
            }
            else if (Wrong(structure, component, value, observation) is var (rule, reason))
            {
                yield return new(observation.PlaceOf(component.Id), component.Id, rule, reason);
            }
        }
    }

    private static (SdmxRule Rule, string Reason)? Wrong(SdmxStructure structure, SdmxComponent component, string value, SdmxObservation observation)
    {
        if (component.CodeList is { } id && structure.CodeLists[id] is var list && !list.Codes.ContainsKey(value))
        {
            var bare = value.TrimStart('0');
            return (SdmxRule.CodeUnknown, $"{Shown.Of(value)} is no code of {list.Agency}:{id}({list.Version})"
                + (bare != value && list.Codes.ContainsKey(bare) ? $"; the code has no leading zeros: {bare}." : "."));
        }

        if (structure.Allowed(observation[SdmxStructure.Series], component.Id) is { } allowed && !allowed.Values.Contains(value))
            return (SdmxRule.CodeNotAllowed, $"{Shown.Of(value)} is not allowed by {allowed.Rule}; it must be {string.Join(" or ", allowed.Values)}.");
        return component.Id == SdmxStructure.Area && observation[SdmxStructure.ReportingType] == SdmxStructure.National && !ReportingCountries.HasM49(value)
            ? (SdmxRule.AreaNotAState, $"{Shown.Of(value)} is no M49 number of a State; country data stand under it alone, not under letters or regions.")
            : null;
    }

    private static IEnumerable<SdmxFinding> Time(SdmxStructure structure, SdmxObservation observation)
    {
        var (time, id) = (observation[structure.TimeDimension.Id], structure.TimeDimension.Id);
        if (time is null)
            yield return new(observation.PlaceOf(id), id, SdmxRule.ComponentMissing, "It must have a value.");
        else if (!YearText.TryRead(time, out _) || time.Length != 4)
            yield return new(observation.PlaceOf(id), id, SdmxRule.TimeNotAYear, $"{Shown.Of(time)} is no year of an annual series; {YearText.Rule}");
    }
}
