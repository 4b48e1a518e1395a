using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Tracing.Serving;

/// <summary>The generated arms in the server's tables, by COPY and without events: what the search in the server reads, and nothing else.</summary>
internal static class TracingTables
{
    private const string Sizes =
        """
        select indexrelname, pg_relation_size(indexrelid) from pg_stat_user_indexes
        where schemaname = 'registry' and relname in ('firearm_mark', 'firearm_identity') order by indexrelname
        """;

    public static async Task LoadAsync(NpgsqlDataSource database, IReadOnlyList<RegisterArm> arms, CancellationToken token)
    {
        Guid[] ids = [.. arms.Select((_, number) => IdOf(number))];
        await using var connection = await database.OpenConnectionAsync(token);
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy registry.firearm_identity (firearm_id, maker, model, country, calibre, year) from stdin (format binary)", token))
        {
            for (var i = 0; i < ids.Length; i++)
            {
                await copy.StartRowAsync(token);
                await copy.WriteAsync(ids[i], token);
                foreach (var text in new[] { arms[i].Maker, arms[i].Model, arms[i].Country, arms[i].Calibre })
                    await copy.WriteAsync(text, token);
                await copy.WriteAsync(arms[i].Year!.Value, token);
            }

            await copy.CompleteAsync(token);
        }

        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            copy registry.firearm_mark (mark_id, firearm_id, kind, component, text, text_exact, text_folded, serial, serial_exact, serial_folded)
            from stdin (format binary)
            """, token))
        {
            var (kind, component) = (Codes.Of(MarkKind.Manufacture), Codes.Of(ComponentKind.Frame));
            for (var i = 0; i < ids.Length; i++)
            {
                var (serial, key) = (arms[i].Serial, SearchKey.Of(arms[i].Serial));
                await copy.StartRowAsync(token);
                await copy.WriteAsync(ids[i], token);
                await copy.WriteAsync(ids[i], token);
                foreach (var text in new[] { kind, component, serial, key.ExactKey, key.FoldedKey, serial, key.ExactKey, key.FoldedKey })
                    await copy.WriteAsync(text, token);
            }

            await copy.CompleteAsync(token);
        }

        await using var analyze = new NpgsqlCommand("vacuum analyze registry.firearm_mark, registry.firearm_identity", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(token);
    }

    /// <summary>The id under which the arm with this number stands; a mark has that of its arm.</summary>
    public static Guid IdOf(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The indexes of the two tables with their bytes.</summary>
    public static async Task<IReadOnlyList<(string Name, long Bytes)>> IndexSizesAsync(NpgsqlDataSource database, CancellationToken token)
    {
        await using var command = database.CreateCommand(Sizes);
        await using var reader = await command.ExecuteReaderAsync(token);
        var sizes = new List<(string, long)>();
        while (await reader.ReadAsync(token))
            sizes.Add((reader.GetString(0), reader.GetInt64(1)));
        return sizes;
    }
}
