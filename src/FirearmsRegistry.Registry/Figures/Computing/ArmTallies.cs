using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>Counts the arms of a year in <c>item_fact</c>, in one round trip.</summary>
internal static class ArmTallies
{
    /// <summary>The arms of a year as known now, or at a moment.</summary>
    public static async Task<YearOfArms> ReadAsync(
        NpgsqlConnection connection, int year, FigureIntake intake, DateTimeOffset? moment, CancellationToken token)
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, TalliesOf(intake, moment), year, intake, moment);
        Add(batch, $"select exists (select from registry.item_fact where year = $1 and {KnownFacts.At(moment)})", year, intake, moment);
        await using var reader = await batch.ExecuteReaderAsync(token);
        var tallies = new List<ArmTally>();
        while (await reader.ReadAsync(token))
            tallies.Add(Read(reader));
        await reader.NextResultAsync(token);
        await reader.ReadAsync(token);
        return new YearOfArms(tallies, reader.GetBoolean(0));
    }

    private static string TalliesOf(FigureIntake intake, DateTimeOffset? moment) =>
        $"""
        select intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere, count(*), max(seq)
        from registry.item_fact
        where year = $1 and {KnownFacts.Of(intake)} and item_kind = 'firearm' and {KnownFacts.At(moment)}
        group by 1, 2, 3, 4, 5, 6
        """;

    private static ArmTally Read(NpgsqlDataReader reader) => new(
        KnownFacts.Read<Intake>(reader.GetString(0)),
        reader.IsDBNull(1) ? null : OutcomeLines.Parse(reader.GetString(1)),
        KnownFacts.Read<LegalBasis>(reader.GetString(2)),
        reader.GetBoolean(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetInt64(6), reader.GetInt64(7));

    private static void Add(NpgsqlBatch batch, string sql, int year, FigureIntake intake, DateTimeOffset? moment)
    {
        var command = new NpgsqlBatchCommand(sql);
        KnownFacts.Add(command.Parameters, year, intake, moment);
        batch.BatchCommands.Add(command);
    }
}
