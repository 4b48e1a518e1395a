using System.Globalization;
using FirearmsRegistry.Indicators.Figures;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Indicators.Vintages;

/// <summary>The figures of a vintage as rows that messages are made of: from the frozen integers, not counted again.</summary>
public static class VintageRows
{
    /// <summary>The figures of one intake and one formula, by year. A message has one observation for a year, so it holds one such set.</summary>
    /// <param name="vintage">The vintage. Two years are brought together where both are in it.</param>
    /// <param name="intake">Whose arms.</param>
    /// <param name="variant">Which formula.</param>
    /// <param name="twoYear">Whether one year stands alone, or how two are brought together.</param>
    /// <param name="suppressed">The figures that may not be told.</param>
    public static IReadOnlyList<FigureRow> Of(
        FrozenVintage vintage, FigureIntake intake, IndicatorVariant variant, TwoYear twoYear = TwoYear.None, IReadOnlySet<VintageKey>? suppressed = null)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        return FigureRows.Compute(intake, variant, twoYear, vintage.Content.Figures
            .Where(figure => figure.Key.Intake == intake && figure.Key.Variant == variant)
            .ToDictionary(figure => (vintage.Content.Country, figure.Key.Year),
                figure => new YearParts(figure.Key.Year, figure.Numerator, figure.Denominator, figure.NumeratorNotReported, suppressed?.Contains(figure.Key) is true)));
    }

    /// <summary>The imported files that a row rests on, in few words; null where it rests on the register's cases alone.</summary>
    public static Func<FigureRow, string?> SourceIn(FrozenVintage vintage)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        return row =>
        {
            int[] years = row.Years.Count > 0 ? [.. row.Years] : [row.Year];
            string[] told = [.. years.Select(year => (Year: year, vintage.Find(new(year, row.Intake, row.Variant))?.Source)).Where(one => one.Source is not null)
                .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Year}: {one.Source!.Short}"))];
            return told.Length == 0 ? null : string.Join("; ", told);
        };
    }

    /// <summary>Whether traces of a year that a row rests on were pending (line 1.5) when the vintage was drafted, which makes it provisional.</summary>
    public static Func<FigureRow, bool> PendingIn(FrozenVintage vintage)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        return row => row.Years.Any(year => vintage.Find(new(year, row.Intake, row.Variant))?.Counts.Pending > 0);
    }
}
