using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>What the State's own figures of a year rest on: the register's arms, or the tables of the file that was chosen in their place. Never both.</summary>
internal sealed class YearInputs
{
    private readonly YearOfArms? _arms;
    private readonly IReadOnlyList<ReportedTable> _tables = [];

    public YearInputs(YearOfArms arms) => _arms = arms;

    public YearInputs(IReadOnlyList<ReportedTable> tables, CountSource source) => (_tables, Source) = (tables, source);

    /// <summary>The file; null where the register's cases count.</summary>
    public CountSource? Source { get; }

    /// <summary>The highest event sequence among the register's facts; null where they do not count, or there are none.</summary>
    public long? HighestSequence => _arms is { Tallies: { Count: > 0 } tallies } ? tallies.Max(tally => tally.HighestSequence) : null;

    /// <summary>The inputs of an intake.</summary>
    public FigureInputs Of(FigureIntake intake) => _arms is not null ? FigureInputs.Of(_arms, intake) : FigureInputs.Of(_tables, intake, Source!);

    /// <summary>Reads what counts now, or did at a moment.</summary>
    public static async Task<YearInputs> ReadAsync(
        IQuerySession session, NpgsqlConnection connection, CountryCode country, int year, FigureIntake intake, DateTimeOffset? moment,
        CancellationToken token) =>
        await OfAsync((await session.LoadAsync<YearSource>(YearSource.IdOf(year), token))?.At(moment), session, connection, country, year, intake, moment, token);

    /// <summary>Reads what a source says, whether it counts or not; null is the register.</summary>
    public static async Task<YearInputs> OfAsync(
        CountSource? source, IQuerySession session, NpgsqlConnection connection, CountryCode country, int year, FigureIntake intake, DateTimeOffset? moment,
        CancellationToken token)
    {
        if (source is null)
            return new YearInputs(await ArmTallies.ReadAsync(connection, year, intake, moment, token));
        var file = await session.LoadAsync<CountFile>(source.FileId, token)
            ?? throw new InvalidOperationException($"The figures of {year} rest on the file {source.FileId}, which is not there.");
        var counts = await FileCounts.OfStateAsync(connection, source.FileId, country, year, token);
        return new YearInputs(UnodcTables.Of(file.Settle(counts, moment)), source);
    }
}
