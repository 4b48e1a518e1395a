using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>Holds the observations of a message against each other: keys, what is said of a series at each of them, and custom breakdowns.</summary>
internal sealed class SeriesCheck(SdmxStructure structure)
{
    private const string Breakdown = "CUST_BREAKDOWN";
    private const string Label = "CUST_BREAKDOWN_LB";
    private const string NoBreakdown = "_T";

    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SdmxObservation> _series = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SdmxObservation> _labelled = new(StringComparer.Ordinal);

    /// <summary>What is wrong with the next observation as one among those before it.</summary>
    public IEnumerable<SdmxFinding> Next(SdmxObservation observation)
    {
        var series = string.Join(':', structure.Dimensions.Select(dimension => observation[dimension.Id]));
        var key = $"{series}:{observation[structure.TimeDimension.Id]}";
        return [.. Labels(observation), .. Attributes(observation, series), .. Key(observation, key)];
    }

    private IEnumerable<SdmxFinding> Key(SdmxObservation observation, string key)
    {
        if (!_keys.TryAdd(key, observation.Place))
            yield return new(observation.Place, null, SdmxRule.KeyTwice, $"The key {key} stands twice, first at {_keys[key]}.");
    }

    private IEnumerable<SdmxFinding> Attributes(SdmxObservation observation, string series)
    {
        if (_series.TryAdd(series, observation))
            yield break;
        var first = _series[series];
        foreach (var attribute in structure.Attributes.Where(each => each.Level is SdmxLevel.Series && observation[each.Id] != first[each.Id]))
        {
            yield return new(observation.PlaceOf(attribute.Id), attribute.Id, SdmxRule.SeriesContradicts,
                $"It belongs to the whole series; here stands {Shown.Of(observation[attribute.Id])}, at {first.Place} {Shown.Of(first[attribute.Id])}.");
        }
    }

    private IEnumerable<SdmxFinding> Labels(SdmxObservation observation)
    {
        var (code, label) = (observation[Breakdown], observation[Label]);
        if (code is null)
            yield break;
        if (code == NoBreakdown)
        {
            if (label is not null)
                yield return new(observation.PlaceOf(Label), Label, SdmxRule.BreakdownLabel, $"{Shown.Of(label)} labels a breakdown, and {Breakdown} is {NoBreakdown}.");
        }
        else if (string.IsNullOrWhiteSpace(label))
        {
            yield return new(observation.PlaceOf(Label), Label, SdmxRule.BreakdownLabel, $"{Breakdown} {code} is a State's own code: its label must say what it is.");
        }
        else if (!_labelled.TryAdd(code, observation) && _labelled[code] is var first && first[Label] != label)
        {
            yield return new(observation.PlaceOf(Label), Label, SdmxRule.BreakdownLabel,
                $"{Breakdown} {code} is {Shown.Of(label)} here, and {Shown.Of(first[Label])} at {first.Place}.");
        }
    }
}
