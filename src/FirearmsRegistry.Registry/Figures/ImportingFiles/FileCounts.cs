using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using Npgsql;
using NpgsqlTypes;

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

    /// <summary>The contested row of a line; null where the file has none there. Only in UNODC's layout are rows contested, and there a line is a row.</summary>
    public static async Task<UnodcCount?> ContestedAsync(NpgsqlDataSource database, Guid importId, long line, CancellationToken token)
    {
        await using var command = database.CreateCommand($"{Columns} where import_id = $1 and line = $2 and variant > 0");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = line });
        return (await ReadAsync(command, token)) is [var row, ..] ? row.Count : null;
    }

    /// <summary>The contested rows of a file, a State and a year; null asks for all of them.</summary>
    public static async Task<IReadOnlyList<(Guid ImportId, UnodcCount Count)>> ContestedAsync(
        NpgsqlDataSource database, Guid? importId, CountryCode? country, int? year, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"{Columns} where variant > 0 and ($1 is null or import_id = $1) and ($2 is null or country = $2) and ($3 is null or year = $3) order by import_id, line");
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)importId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)country?.Alpha3 ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        return await ReadAsync(command, token);
    }

    /// <summary>The counts of a State and year in one file.</summary>
    public static async Task<IReadOnlyList<UnodcCount>> OfStateAsync(
        NpgsqlConnection connection, Guid importId, CountryCode country, int year, CancellationToken token)
    {
        await using var command = new NpgsqlCommand($"{Columns} where import_id = $1 and country = $2 and year = $3 order by line, category", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = country.Alpha3 });
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
