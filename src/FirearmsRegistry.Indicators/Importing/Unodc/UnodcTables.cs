using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Indicators.Importing.Unodc;

/// <summary>Brings published counts into tracing tables (IAFQ 5.1 to 5.3).</summary>
public static class UnodcTables
{
    /// <summary>The dimension of the outcome lines.</summary>
    public const string Tracing = "tracing";

    private static readonly Dictionary<string, Intake> Intakes = new()
    {
        ["arms_seized"] = Intake.Seized,
        ["arms_found"] = Intake.Found,
        ["arms_surrendered"] = Intake.Surrendered,
    };

    /// <summary>Whether UNODC's file has such a category.</summary>
    public static bool HasCategory(string indicator, string dimension, string category) => UnodcLabels.Knows(new UnodcCodes(indicator, dimension, category));

    /// <summary>Everything of which UNODC's file has counts.</summary>
    public static IReadOnlyList<(string Indicator, string Dimension, string Category)> Subjects =>
        [.. UnodcLabels.All.Select(codes => (codes.Indicator, codes.Dimension, codes.Category))];

    /// <summary>The categories that UNODC's file has of an indicator in a dimension.</summary>
    public static IReadOnlyList<string> CategoriesOf(string indicator, string dimension) => UnodcLabels.CategoriesOf(indicator, dimension);

    /// <summary>
    /// One table for each State, year and intake of which any line was published. Counts that are contested are left out, and those of one sex:
    /// arms have none, and the questionnaire's tables of them no such column.
    /// </summary>
    public static IReadOnlyList<ReportedTable> Of(IEnumerable<UnodcCount> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return [.. counts
            .Where(count => count.Subject.Dimension == Tracing && !count.IsContested && count.Subject.Sex == CountedSex.Total && Intakes.ContainsKey(count.Subject.Indicator))
            .GroupBy(count => (count.Subject.Country, count.Subject.Year, Intake: Intakes[count.Subject.Indicator]))
            .OrderBy(table => table.Key)
            .Select(table => new ReportedTable(table.Key.Country, table.Key.Year, table.Key.Intake,
                Counts(table.ToDictionary(count => count.Subject.Category, count => count.Value.TryGet(out var value) ? value : (long?)null))))];
    }

    /// <summary>The lines of a tracing table as counts by themselves; what was not reported is left out.</summary>
    public static IEnumerable<UnodcCount> ToCounts(ReportedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return OutcomeLines.All.Select(line => (Category: Codes.Of(line), Count: table.Counts[line]))
            .Append((Category: "uniquely_identifiable", Count: table.Counts.UniquelyIdentifiable))
            .Append((Category: "not_uniquely_identifiable", Count: table.Counts.NotUniquelyIdentifiable))
            .Where(line => line.Count is not null)
            .Select(line => new UnodcCount(
                new(table.Country, table.Year, $"arms_{Codes.Of(table.Intake)}", Tracing, line.Category, CountedSex.Total),
                Known.Of(line.Count!.Value), "", 0, 0));
    }

    /// <summary>The lines of one table from the counts by their categories; null, or no category, is not reported.</summary>
    public static OutcomeCounts Counts(IReadOnlyDictionary<string, long?> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        long? Line(OutcomeLine line) => of.GetValueOrDefault(Codes.Of(line));
        return new OutcomeCounts
        {
            UniquelyIdentifiable = of.GetValueOrDefault("uniquely_identifiable"),
            LegitimateOwner = Line(OutcomeLine.LegitimateOwner),
            IllegitimateOwner = Line(OutcomeLine.IllegitimateOwner),
            ForeignRegistry = Line(OutcomeLine.ForeignRegistry),
            OtherwiseIdentified = Line(OutcomeLine.OtherwiseIdentified),
            Pending = Line(OutcomeLine.Pending),
            NotIdentified = Line(OutcomeLine.NotIdentified),
            NotInitiated = Line(OutcomeLine.NotInitiated),
            NotUniquelyIdentifiable = of.GetValueOrDefault("not_uniquely_identifiable"),
            ErasedOrAltered = Line(OutcomeLine.ErasedOrAltered),
            IllicitlyManufactured = Line(OutcomeLine.IllicitlyManufactured),
            NoFurtherInformation = Line(OutcomeLine.NoFurtherInformation),
            MarkingUnknown = Line(OutcomeLine.MarkingUnknown),
        };
    }
}
