using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Registry.Figures.Charting;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>A figure of a year that everybody can read, or could before its vintage was superseded.</summary>
/// <param name="Intake">Whose arms.</param>
/// <param name="Source">On what it rests.</param>
/// <param name="Figure">Its integers.</param>
internal sealed record PublishedYearFigure(FigureIntake Intake, FigureSource Source, ToldFigure Figure);

/// <summary>The published vintages. Vintages rest on figures, so that figures know them by this alone.</summary>
internal interface IPublishedVintages
{
    /// <summary>The figures of a year in every vintage that is or was published, those that are not told left out.</summary>
    Task<IReadOnlyList<PublishedYearFigure>> OfEverybodyAsync(int year, CancellationToken token);

    /// <summary>The moment whose knowledge the vintage in force shows of a year; null where none holds the year.</summary>
    Task<DateTimeOffset?> CountedAtAsync(int year, CancellationToken token);

    /// <summary>All that are or were published, the earliest first, with all of their values.</summary>
    /// <param name="moment">Only those that were published by then, standing as they stood then; all, as they stand now, where it is null.</param>
    /// <param name="token">Cancels.</param>
    Task<IReadOnlyList<ChartedVintage>> OfOfficeAsync(DateTimeOffset? moment, CancellationToken token);
}
