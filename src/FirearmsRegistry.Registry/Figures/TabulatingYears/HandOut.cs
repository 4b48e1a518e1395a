using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.Tabulating;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>
/// Brings a year into tables to be handed out. Of the three intakes no total is handed out, and of imported counts no subtotal: who has
/// one could compute a cell that is not shown.
/// </summary>
internal static class HandOut
{
    public static IReadOnlyList<QuestionnaireTables> Of(YearTables year) =>
    [
        .. year.Register.Select(tables => OfRegister(year, tables)),
        new(year.Country, year.Year, FigureIntake.All, null, [Companion(year.Companion)]),
        .. year.Imported.Where(count => count.Variant == 0).GroupBy(count => (count.Source, count.Indicator)).OrderBy(same => same.Key)
            .Select(same => OfImported(year, same.Key.Source, same.Key.Indicator, [.. same])),
    ];

    private static QuestionnaireTables OfRegister(YearTables year, IafqTables tables) => new(year.Country, year.Year, tables.Intake,
        TableCell.Of(QuestionnaireTables.All, tables.Arms.Count),
        [
            .. tables.Tables.Select(table => new QuestionnaireTable(Codes.Of(table.By), table.AddsUp,
                [.. table.Cells.Select(cell => TableCell.Of(cell.Category, cell.Count))])),
            new(QuestionnaireTables.QuantityTable, false,
            [
                TableCell.Of("cases", tables.Cases.Count), TableCell.Of("parts", tables.Parts.Count), TableCell.Of("ammunition", tables.Ammunition.Count),
                TableCell.Of(QuestionnaireTables.Antiques, tables.Antiques.Count), TableCell.Of(QuestionnaireTables.Administrative, tables.Arms.Administrative),
                TableCell.Of("duplicates", tables.Duplicates.Count),
            ]),
        ]);

    private static QuestionnaireTable Companion(CompanionFigures figures) => new("companion", false,
    [
        TableCell.Of("recorded", figures.Recorded), TableCell.Of("marked", figures.Marked), TableCell.Of("destroyed", figures.Destroyed),
        TableCell.Of("requests_placed", figures.RequestsPlaced), TableCell.Of("requests_placed_answered", figures.RequestsPlacedAnswered),
        TableCell.Of("requests_received", figures.RequestsReceived), TableCell.Of("requests_received_answered", figures.RequestsReceivedAnswered),
    ]);

    private static QuestionnaireTables OfImported(YearTables year, string source, string indicator, IReadOnlyList<ImportedYearCount> counts)
    {
        var intake = Enum.GetValues<FigureIntake>().FirstOrDefault(each => indicator == $"arms_{Codes.Of(each)}", FigureIntake.All);
        var total = counts.FirstOrDefault(IsTotal);
        var sum = total?.Value.TryGet(out var said) is true ? said : (long?)null;
        var details = counts.Where(count => count != total && !IsSubtotal(count, counts)).GroupBy(count => count.Dimension)
            .Select(by => Table(by.Key == QuestionnaireTables.All ? $"{indicator}_total_by_sex" : $"{indicator}_by_{by.Key}", sum,
                [.. by.Select(count => TableCell.Of(Category(count), count.Value))]));
        return new(year.Country, year.Year, intake, total is null ? null : TableCell.Of(QuestionnaireTables.All, total.Value), [.. details], source, indicator);
    }

    // What does not add up in its source is no sum that a reader could compute by.
    private static QuestionnaireTable Table(string by, long? total, IReadOnlyList<TableCell> cells) =>
        new(by, total is not null && total == cells.Sum(cell => cell.Count), cells);

    // No code has a slash, so that no two counts get one name.
    private static string Category(ImportedYearCount count) =>
        count.Sex == CountedSex.Total ? count.Category : $"{count.Category}/{Codes.Of(count.Sex)}";

    private static bool IsTotal(ImportedYearCount count) => count is { Dimension: QuestionnaireTables.All or "sex", Category: QuestionnaireTables.All, Sex: CountedSex.Total };

    private static bool IsSubtotal(ImportedYearCount count, IReadOnlyList<ImportedYearCount> all) =>
        count.Category is "uniquely_identifiable" or "not_uniquely_identifiable"
        || (count is { Category: QuestionnaireTables.All, Sex: CountedSex.Total } && all.Any(other => other != count && other.Dimension == count.Dimension));
}
