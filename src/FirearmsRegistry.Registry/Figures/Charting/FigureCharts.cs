using System.Globalization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>A partner State's answers to the requests of a year.</summary>
/// <param name="Country">The State's code.</param>
/// <param name="Answered">How many requests it answered finally.</param>
/// <param name="MedianDays">The median of the days from the request to that answer.</param>
internal sealed record PartnerReplies(string Country, int Answered, decimal MedianDays);

/// <summary>What a published vintage says of the published series (seized, potentially traceable).</summary>
/// <param name="Label">Its label.</param>
/// <param name="InForce">Whether no later one has taken its place.</param>
/// <param name="Percents">The percentages by year; a year is missing where it has no value, or none that may be told.</param>
internal sealed record ChartedVintage(string Label, bool InForce, IReadOnlyDictionary<int, decimal> Percents)
{
    /// <summary>The value of a year; null where it has none.</summary>
    public decimal? At(int year) => Percents.TryGetValue(year, out var percent) ? percent : null;
}

/// <summary>Puts figures into the words of a language: plain values in, a chart out.</summary>
internal sealed class FigureCharts(ReportLanguage language)
{
    private readonly ReportWords _words = ReportWords.In(language);

    /// <summary>Percentages by year; null is a year without a value.</summary>
    public Chart OfYears(IReadOnlyList<(int Year, decimal? Percent)> years) => Titled(ChartKind.Years, years[^1].Year,
        years.Select(one => Item(one.Year, one.Percent)));

    /// <summary>The same with what published vintages say of these years beside it.</summary>
    public Chart OfYears(IReadOnlyList<(int Year, decimal? Percent)> years, IReadOnlyList<ChartedVintage> vintages) =>
        OfYears(years) with { Main = _words["chart.live"], Others = [.. vintages.Select(vintage => Series(vintage, years))] };

    /// <summary>What a vintage says, with what others say beside it.</summary>
    /// <param name="shown">The vintage.</param>
    /// <param name="years">The years of the chart, in their order.</param>
    /// <param name="others">The others, the earliest first.</param>
    public Chart OfVintage(ChartedVintage shown, IReadOnlyList<int> years, IReadOnlyList<ChartedVintage> others)
    {
        var places = years.Select(year => (year, shown.At(year))).ToArray();
        return OfYears(places) with
        {
            Title = _words["chart.vintages"],
            Main = Named("chart.this_vintage", shown.Label),
            Others = [.. others.Select(vintage => Series(vintage, places))],
        };
    }

    private ChartSeries Series(ChartedVintage vintage, IReadOnlyList<(int Year, decimal? Percent)> years) => new(
        Named("chart.vintage", vintage.Label), _words[vintage.InForce ? "chart.in_force" : "chart.superseded"],
        vintage.InForce ? SeriesLook.InForce : SeriesLook.Superseded, [.. years.Select(one => Item(one.Year, vintage.At(one.Year)))]);

    private string Named(string key, string label) => _words[key].Replace("{label}", Isolated(label), StringComparison.Ordinal);

    private ChartItem Item(int year, decimal? percent) =>
        new(Year(year), (double?)percent, percent is { } value ? Isolated(_words.Percent(value)) : "");

    /// <summary>Arms by intake; null was not reported.</summary>
    public Chart OfIntakes(int year, IReadOnlyList<(Intake Intake, long? Arms)> intakes) => Titled(ChartKind.Intakes, year,
        intakes.Select(one => new ChartItem(_words.Of(one.Intake), one.Arms, Number(one.Arms))));

    /// <summary>Arms by outcome line.</summary>
    public Chart OfOutcomes(int year, OutcomeCounts counts) => Titled(ChartKind.Outcomes, year,
        OutcomeLines.All.Select(line => new ChartItem($"{Isolated(line.Code())} {_words.Of(line)}", counts[line], Number(counts[line]))));

    /// <summary>Reply times, the slowest first.</summary>
    public Chart OfPartners(int year, IReadOnlyList<PartnerReplies> partners) => Titled(ChartKind.PartnerReplyTimes, year,
        partners.OrderByDescending(partner => partner.MedianDays).ThenBy(partner => partner.Country, StringComparer.Ordinal)
            .Select(partner => new ChartItem(string.Create(CultureInfo.InvariantCulture, $"{partner.Country} ({partner.Answered})"),
                (double)partner.MedianDays, partner.MedianDays.ToString("0.0", CultureInfo.InvariantCulture))));

    private Chart Titled(ChartKind kind, int year, IEnumerable<ChartItem> items)
    {
        var key = ReportWords.KeyOf(kind);
        return new Chart(_words[key].Replace("{year}", Year(year), StringComparison.Ordinal), _words[key + ".about"], _words.Code,
            _words.Direction == "rtl", [.. items], _words["chart.not_reported"]);
    }

    private string Number(long? count) => count is { } number ? _words.Number(number) : "";

    // Within a script from right to left, 2.a would be shown as a.2, and a percentage with its sign before it.
    private string Isolated(string code) => _words.Direction == "rtl" ? $"\u2066{code}\u2069" : code;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
