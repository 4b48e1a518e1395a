using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Figures.Charting;
using Marten;

namespace FirearmsRegistry.Registry.Vintages.ShowingPublicly;

/// <summary>The published vintages as charts show them.</summary>
internal sealed class PublishedVintages(IQuerySession session, PublicFigureCache cache) : IPublishedVintages
{
    public async Task<IReadOnlyList<ChartedVintage>> OfOfficeAsync(DateTimeOffset? moment, CancellationToken token)
    {
        var charted = new List<ChartedVintage>();
        foreach (var vintage in (await PublicFigures.PublishedAsync(session, token))
                     .Where(vintage => moment is null || vintage.PublishedAt <= moment).OrderBy(vintage => vintage.PublishedAt))
        {
            charted.AddRange(Standing(await AsOfAsync(vintage, moment, token), (await cache.OfAsync(vintage, token)).Full));
        }

        return charted;
    }

    public async Task<IReadOnlyList<PublishedYearFigure>> OfEverybodyAsync(int year, CancellationToken token)
    {
        var told = new List<PublishedYearFigure>();
        foreach (var vintage in (await PublicFigures.PublishedAsync(session, token)).Where(vintage => vintage.Years.Contains(year)))
        {
            told.AddRange((await cache.OfAsync(vintage, token)).Public.Where(figure => figure.Year == year && figure.Status != FigureStatus.Suppressed)
                .Select(figure => new PublishedYearFigure(figure.Intake, figure.Source ?? FigureSource.Register,
                    new ToldFigure(figure.Variant, figure.Numerator, figure.Denominator))));
        }

        return told;
    }

    public async Task<DateTimeOffset?> CountedAtAsync(int year, CancellationToken token) => (await PublicFigures.PublishedAsync(session, token))
        .Where(vintage => vintage.State == VintageState.Published && vintage.Years.Contains(year)).Max(vintage => (DateTimeOffset?)vintage.KnownAt);

    /// <summary>As it stood at a moment: in force, though a later one has taken its place since.</summary>
    private async Task<Vintage> AsOfAsync(Vintage vintage, DateTimeOffset? moment, CancellationToken token) =>
        moment is { } at && await session.Events.AggregateStreamAsync<Vintage>(vintage.Id, timestamp: at, token: token) is { } then ? then : vintage;

    /// <summary>A vintage of which these figures may be seen.</summary>
    public static ChartedVintage Charted(Vintage vintage, IReadOnlyList<PublicFigure> figures) => new(vintage.Label.ToString(),
        vintage.State == VintageState.Published, figures.Where(figure => figure is { IsOfPublishedSeries: true, Percent: not null })
            .ToDictionary(figure => figure.Year, figure => figure.Percent!.Value));

    /// <summary>The same in the years in which it is in force, and apart from them in those in which a later one took its place.</summary>
    public static IEnumerable<ChartedVintage> Standing(Vintage vintage, IReadOnlyList<PublicFigure> figures) => figures
        .GroupBy(figure => vintage.YearsInForce.Contains(figure.Year)).OrderBy(standing => standing.Key)
        .Select(standing => Charted(vintage, [.. standing]) with { InForce = standing.Key });
}
