using FirearmsRegistry.Registry.Figures.Charting;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.Stating;

/// <summary>Makes the page of a vintage, with the chart of its years and of what other vintages said of them.</summary>
internal sealed class StatementMaker(IQuerySession session, PublicFigureCache cache, RegistryCountry country)
{
    private const int MostYears = 10;
    private const int FewestYears = 5;

    /// <summary>Makes it. What an audience may not see stands neither in the counts nor in the chart.</summary>
    public async Task<string> MakeAsync(Vintage vintage, FigureAudience audience, ReportLanguage language, CancellationToken token)
    {
        var published = await PublicFigures.PublishedAsync(session, token);
        var others = new List<ChartedVintage>();
        foreach (var other in published.Where(other => other.Id != vintage.Id).OrderBy(other => other.PublishedAt))
            others.AddRange(PublishedVintages.Standing(other, (await cache.OfAsync(other, token)).For(audience)));
        var figures = (await cache.OfAsync(vintage, token)).For(audience);
        var shown = PublishedVintages.Charted(vintage, figures);
        var chart = new FigureCharts(language).OfVintage(shown, YearsOf(vintage.Years, others), others);
        return StatementPage.Of(vintage, figures, country.Code, language, chart);
    }

    /// <summary>The years up to the last one of a vintage of which any vintage has a value: five at least, so that one year is not the whole chart.</summary>
    public static IReadOnlyList<int> YearsOf(IReadOnlyList<int> years, IReadOnlyList<ChartedVintage> others)
    {
        var last = years[^1];
        var first = others.SelectMany(other => other.Percents.Keys).Concat(years).Where(year => year > last - MostYears).Min();
        first = Math.Min(first, last - FewestYears + 1);
        return [.. Enumerable.Range(first, last - first + 1)];
    }
}
