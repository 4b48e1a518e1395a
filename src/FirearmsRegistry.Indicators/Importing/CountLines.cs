using FirearmsRegistry.Indicators.Counts;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>The lines of a tracing table under the names of their columns.</summary>
internal static class CountLines
{
    private static readonly (string Column, Func<OutcomeCounts, long?> Of)[] Lines =
    [
        ("t1", counts => counts.UniquelyIdentifiable),
        ("t1.1", counts => counts.LegitimateOwner),
        ("t1.2", counts => counts.IllegitimateOwner),
        ("t1.3", counts => counts.ForeignRegistry),
        ("t1.4", counts => counts.OtherwiseIdentified),
        ("t1.5", counts => counts.Pending),
        ("t1.6", counts => counts.NotIdentified),
        ("t1.7", counts => counts.NotInitiated),
        ("t2", counts => counts.NotUniquelyIdentifiable),
        ("t2.alt", counts => counts.ErasedOrAltered),
        ("t2.ill", counts => counts.IllicitlyManufactured),
        ("t2.nfi", counts => counts.NoFurtherInformation),
        ("t3", counts => counts.MarkingUnknown),
    ];

    public static IReadOnlyList<string> Columns { get; } = [.. Lines.Select(line => line.Column)];

    /// <summary>The counts in the order of the columns.</summary>
    public static IEnumerable<(string Column, long? Count)> Of(OutcomeCounts counts) => Lines.Select(line => (line.Column, line.Of(counts)));

    /// <summary>Brings counts in the order of the columns to their lines.</summary>
    public static OutcomeCounts ToCounts(ReadOnlySpan<long?> lines) => new()
    {
        UniquelyIdentifiable = lines[0],
        LegitimateOwner = lines[1],
        IllegitimateOwner = lines[2],
        ForeignRegistry = lines[3],
        OtherwiseIdentified = lines[4],
        Pending = lines[5],
        NotIdentified = lines[6],
        NotInitiated = lines[7],
        NotUniquelyIdentifiable = lines[8],
        ErasedOrAltered = lines[9],
        IllicitlyManufactured = lines[10],
        NoFurtherInformation = lines[11],
        MarkingUnknown = lines[12],
    };
}
