using System.Globalization;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Checking;

/// <summary>Holds a value against its status and its bounds.</summary>
internal static class ValueCheck
{
    private const string Status = "OBS_STATUS";
    private const string Lower = "LOWER_BOUND";
    private const string Upper = "UPPER_BOUND";

    // As the numbers of XML and JSON: no spaces, no separators of thousands, a point before decimals.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static IEnumerable<SdmxFinding> Of(SdmxStructure structure, SdmxObservation observation)
    {
        var (measure, status) = (structure.Measure.Id, observation[Status]);
        var missing = status is not null && structure.MissingStatuses.Contains(status);
        if (observation[measure] is not { } value)
        {
            if (!missing)
            {
                yield return Finding(measure, SdmxRule.ValueMissing,
                    $"There is no value, but {Status} does not say why: it must be one of {string.Join(", ", structure.MissingStatuses)}.");
            }
        }
        else if (missing)
        {
            yield return Finding(measure, SdmxRule.ValueUnexpected, $"{Status} {status} says that there is no value, and here stands {Shown.Of(value)}.");
        }

        var percentages = new Dictionary<string, decimal>();
        foreach (var component in (string[])[measure, Lower, Upper])
        {
            if (observation[component] is not { } text)
                continue;
            if (!decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
                yield return Finding(component, SdmxRule.NotANumber, $"{Shown.Of(text)} is no number.");
            else if (number is < 0 or > 100)
                yield return Finding(component, SdmxRule.OutOfRange, $"{Shown.Of(text)} is no percentage from 0 to 100.");
            else
                percentages.Add(component, number);
        }

        foreach (var (less, more) in new[] { (Lower, measure), (measure, Upper), (Lower, Upper) })
        {
            if (percentages.TryGetValue(less, out var low) && percentages.TryGetValue(more, out var high) && low > high)
                yield return Finding(less, SdmxRule.OutOfRange, FormattableString.Invariant($"{low} is more than the {high} of {more}."));
        }

        SdmxFinding Finding(string component, SdmxRule rule, string reason) => new(observation.PlaceOf(component), component, rule, reason);
    }
}
