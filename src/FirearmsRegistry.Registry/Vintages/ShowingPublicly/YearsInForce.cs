namespace FirearmsRegistry.Registry.Vintages.ShowingPublicly;

/// <summary>Tells, year by year, whose figure is in force: that of the vintage published last among those whose place was not taken in that year.</summary>
internal static class YearsInForce
{
    /// <summary>The vintage whose figures of a year are in force; null where none is published of it.</summary>
    public static Vintage? Of(int year, IEnumerable<Vintage> published) => published
        .Where(vintage => vintage.YearsInForce.Contains(year)).MaxBy(vintage => (vintage.PublishedAt, vintage.Id));

    /// <summary>The figures of a vintage, each with where it stands.</summary>
    public static IReadOnlyList<PublicFigure> Mark(Vintage vintage, IReadOnlyList<Vintage> published, IReadOnlyList<PublicFigure> figures)
    {
        var standing = vintage.Years.ToDictionary(year => year, year => Of(year, published)?.Id == vintage.Id);
        return [.. figures.Select(figure => standing[figure.Year] ? figure
            : figure with { State = VintageState.Superseded, SupersededBy = LaterOf(figure.Year) })];

        VintageLabel? LaterOf(int year)
        {
            var later = vintage.SupersededYears.FirstOrDefault(superseded => superseded.Year == year)?.ByVintageId ?? vintage.SupersededBy;
            return (published.FirstOrDefault(one => one.Id == later) ?? Of(year, published))?.Label;
        }
    }
}
