using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Tests;

/// <summary>One tracing table as reported to UNODC.</summary>
internal sealed record TableAsReported(string Country, int Year, Intake Intake, OutcomeCounts Counts);

/// <summary>One value of the series VC_ARM_SZTRACE as published.</summary>
internal sealed record PublishedValue(string Country, string Release, int LabelYear, int FirstYear, int LastYear, string Rule, decimal Value);

/// <summary>Reads the public figures (tests/fixtures/iafq/README.md names their sources).</summary>
internal static class PublicFigures
{
    public static IReadOnlyList<TableAsReported> Tables { get; } = [.. Rows("tracing-counts.csv").Select(ToTable)];

    public static IReadOnlyList<PublishedValue> Published { get; } = [.. Rows("vc-arm-sztrace-published.csv").Select(ToPublished)];

    public static JsonElement Spain2020 { get; } = JsonElement.Parse(File.ReadAllText(PathOf("spain-2020.json")));

    public static OutcomeCounts Seized(string country, int year) =>
        Assert.Single(Tables, table => (table.Country, table.Year, table.Intake) == (country, year, Intake.Seized)).Counts;

    public static OutcomeCounts AllIntakes(string country, int year) => Tables
        .Where(table => (table.Country, table.Year) == (country, year))
        .Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table.Counts);

    private static TableAsReported ToTable(string[] cells)
    {
        long? Cell(int index) => cells[index].Length == 0 ? null : long.Parse(cells[index], CultureInfo.InvariantCulture);
        return new(cells[0], int.Parse(cells[2], CultureInfo.InvariantCulture), Enum.Parse<Intake>(cells[3], ignoreCase: true), new OutcomeCounts
        {
            UniquelyIdentifiable = Cell(4),
            LegitimateOwner = Cell(5),
            IllegitimateOwner = Cell(6),
            ForeignRegistry = Cell(7),
            OtherwiseIdentified = Cell(8),
            Pending = Cell(9),
            NotIdentified = Cell(10),
            NotInitiated = Cell(11),
            NotUniquelyIdentifiable = Cell(12),
            ErasedOrAltered = Cell(13),
            IllicitlyManufactured = Cell(14),
            NoFurtherInformation = Cell(15),
            MarkingUnknown = Cell(16),
        });
    }

    private static PublishedValue ToPublished(string[] cells)
    {
        var years = cells[3].Split('-').Select(year => int.Parse(year, CultureInfo.InvariantCulture)).ToArray();
        return new(
            cells[0],
            cells[1],
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            years[0],
            years[^1],
            cells[4],
            decimal.Parse(cells[5], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadAllLines(PathOf(file)).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "fixtures", "iafq", file);
}
