using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Regions;

/// <summary>The figure of one State in a region.</summary>
/// <param name="Country">The State.</param>
/// <param name="Figure">Its figure.</param>
public sealed record StateFigure(CountryCode Country, IndicatorFigure Figure);

/// <summary>
/// A figure over several States. Numerators and denominators are summed apart and divided once (SDG 16.4.2 metadata, regional aggregates);
/// shares are never averaged, and nothing is imputed here.
/// </summary>
/// <param name="Variant">The formula of all of them.</param>
/// <param name="Members">The States of the region.</param>
/// <param name="Reporting">Those of them whose figure has a value, and does not only take lines that were not reported for zero.</param>
/// <param name="Numerator">The sum of their numerators.</param>
/// <param name="Denominator">The sum of their denominators.</param>
/// <param name="Coverage">The share of members that report, from 0 to 1.</param>
/// <param name="CoverageNeeded">Below this coverage there is no value.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero; null below the coverage or without a denominator.</param>
public sealed record RegionalFigure(
    IndicatorVariant Variant,
    IReadOnlyList<CountryCode> Members,
    IReadOnlyList<CountryCode> Reporting,
    long Numerator,
    long Denominator,
    decimal Coverage,
    decimal CoverageNeeded,
    decimal? Percent)
{
    /// <summary>The members that do not report both parts of the share, or have no arms in their denominator.</summary>
    public IReadOnlyList<CountryCode> Missing => [.. Members.Except(Reporting)];

    /// <summary>Sums the figures of a region's States.</summary>
    /// <exception cref="ArgumentException">
    /// The region has no members, a State stands twice or is no member, the figures are of different variants, or the coverage is no share.
    /// </exception>
    public static RegionalFigure Compute(
        IndicatorVariant variant, IReadOnlyCollection<CountryCode> members, IReadOnlyList<StateFigure> figures, decimal coverageNeeded)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(figures);
        if (members.Count == 0 || members.Distinct().Count() != members.Count)
            throw new ArgumentException("A region has members, each once.", nameof(members));
        if (figures.FirstOrDefault(each => !members.Contains(each.Country)) is { } stranger)
            throw new ArgumentException($"{stranger.Country} is no member of the region.", nameof(figures));
        if (figures.DistinctBy(each => each.Country).Count() != figures.Count)
            throw new ArgumentException("A State has one figure.", nameof(figures));
        if (figures.Any(each => each.Figure.Variant != variant))
            throw new ArgumentException("All figures must be of the region's variant.", nameof(figures));
        if (coverageNeeded is < 0 or > 1)
            throw new ArgumentException("A coverage is a share from 0 to 1.", nameof(coverageNeeded));

        StateFigure[] reporting = [.. figures.Where(each => each.Figure is { Status: FigureStatus.Computed, NumeratorNotReported: false }).OrderBy(each => each.Country)];
        var (numerator, denominator) = (reporting.Sum(each => each.Figure.Numerator ?? 0), reporting.Sum(each => each.Figure.Denominator ?? 0));
        var coverage = (decimal)reporting.Length / members.Count;
        return new(variant, [.. members.Order()], [.. reporting.Select(each => each.Country)], numerator, denominator, coverage, coverageNeeded,
            coverage >= coverageNeeded ? Share.ToPercent(Share.Of(numerator, denominator)) : null);
    }
}
