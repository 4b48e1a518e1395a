using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.ImportingFiles;

/// <summary>Reads counts of imported files.</summary>
internal static class FileCounts
{
    private const string Columns =
        "select country, year, indicator, dimension, category, sex, variant, knowledge, value, line, import_id from registry.imported_file_count";

    /// <summary>The counts of a year in one file, of every State.</summary>
    public static async Task<IReadOnlyList<UnodcCount>> OfFileAsync(NpgsqlDataSource database, Guid importId, int year, CancellationToken token)
    {
        await using var command = database.CreateCommand($"{Columns} where import_id = $1 and year = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        return [.. (await ReadAsync(command, token)).Select(row => row.Count)];
    }

    /// <summary>The counts of a State and year in all files.</summary>
    public static async Task<IReadOnlyList<(Guid ImportId, UnodcCount Count)>> OfStateAsync(
        NpgsqlDataSource database, CountryCode country, int year, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"{Columns} where country = $1 and year = $2 order by import_id, indicator, dimension, line, category");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = country.Alpha3 });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        return await ReadAsync(command, token);
    }

    private static async Task<IReadOnlyList<(Guid ImportId, UnodcCount Count)>> ReadAsync(NpgsqlCommand command, CancellationToken token)
    {
        var rows = new List<(Guid, UnodcCount)>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var subject = new UnodcSubject(CountryCode.Parse(reader.GetString(0)).GetOrThrow(), reader.GetInt32(1), reader.GetString(2),
                reader.GetString(3), reader.GetString(4), KnownFacts.Read<CountedSex>(reader.GetString(5)));
            var value = KnownFacts.Read<Knowledge>(reader.GetString(7)) switch
            {
                Knowledge.Known => Known.Of(reader.GetInt64(8)),
                Knowledge.None => Known<long>.None,
                Knowledge.Unknown => Known<long>.Unknown,
            };
            rows.Add((reader.GetGuid(10), new UnodcCount(subject, value, "", reader.GetInt64(9), reader.GetInt32(6))));
        }

        return rows;
    }
}
