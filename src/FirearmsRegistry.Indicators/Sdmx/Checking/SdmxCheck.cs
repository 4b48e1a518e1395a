using System.Globalization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>
/// Holds observations against a structure: what schemas do not check. Every dimension stands there once with a code of its list and of the
/// content constraint, mandatory attributes are there, no key stands twice, and a value stands exactly where the status says so.
/// </summary>
public static class SdmxCheck
{
    /// <summary>All that is wrong, in the order of the message.</summary>
    public static IReadOnlyList<SdmxFinding> Of(SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(observations);
        var findings = new List<SdmxFinding>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var observation in observations)
        {
            findings.AddRange(Components(structure, observation));
            findings.AddRange(Time(structure, observation));
            findings.AddRange(Value(structure, observation));
            var key = string.Join(':', structure.Dimensions.Append(structure.TimeDimension).Select(each => observation[each.Id]));
            if (!seen.TryAdd(key, observation.Place))
                findings.Add(new(observation.Place, null, $"The key {key} stands twice, first at {seen[key]}."));
        }

        if (observations.Count == 0)
            findings.Add(new("message", null, "There is no observation in it."));
        return findings;
    }

    private static IEnumerable<SdmxFinding> Components(SdmxStructure structure, SdmxObservation observation)
    {
        var known = structure.Components.Select(component => component.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in observation.Values.Keys.Where(id => !known.Contains(id)))
            yield return new(observation.Place, unknown, $"The structure {structure.DataStructure.Id}({structure.Version}) has no such component.");
        foreach (var component in structure.Dimensions.Select(dimension => dimension with { Mandatory = true }).Concat(structure.Attributes))
        {
            if (observation[component.Id] is not { } value)
            {
                if (component.Mandatory)
                    yield return new(observation.Place, component.Id, "It must have a value.");
            }
            else if (Wrong(structure, component, value, observation["SERIES"]) is { } reason)
            {
                yield return new(observation.Place, component.Id, reason);
            }
        }
    }

    private static string? Wrong(SdmxStructure structure, SdmxComponent component, string value, string? series)
    {
        if (component.CodeList is { } id && structure.CodeLists[id] is var list && !list.Codes.ContainsKey(value))
        {
            var bare = value.TrimStart('0');
            return $"{Shown.Of(value)} is no code of {list.Agency}:{id}({list.Version})"
                + (bare != value && list.Codes.ContainsKey(bare) ? $"; the code has no leading zeros: {bare}." : ".");
        }

        return structure.Allowed(series, component.Id) is { } allowed && !allowed.Values.Contains(value)
            ? $"{Shown.Of(value)} is not allowed by {allowed.Rule}; it must be {string.Join(" or ", allowed.Values)}."
            : null;
    }

    private static IEnumerable<SdmxFinding> Time(SdmxStructure structure, SdmxObservation observation)
    {
        var time = observation[structure.TimeDimension.Id];
        if (time is null || !YearText.TryRead(time, out _) || time.Length != 4)
            yield return new(observation.Place, structure.TimeDimension.Id, $"{Shown.Of(time)} is no year of an annual series; {YearText.Rule}");
    }

    private static IEnumerable<SdmxFinding> Value(SdmxStructure structure, SdmxObservation observation)
    {
        var (value, status) = (observation[structure.Measure.Id], observation["OBS_STATUS"]);
        var missing = status is not null && structure.MissingStatuses.Contains(status);
        if (value is null && !missing)
        {
            yield return new(observation.Place, structure.Measure.Id,
                $"There is no value, but OBS_STATUS does not say why: it must be one of {string.Join(", ", structure.MissingStatuses)}.");
        }
        else if (value is not null && missing)
        {
            yield return new(observation.Place, structure.Measure.Id, $"OBS_STATUS {status} says that there is no value, and here stands {Shown.Of(value)}.");
        }
        else if (value is not null
            && (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number is < 0 or > 100))
        {
            yield return new(observation.Place, structure.Measure.Id, $"{Shown.Of(value)} is no percentage from 0 to 100.");
        }
    }
}
