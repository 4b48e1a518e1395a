using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>
/// Writes generated items straight into <c>item_fact</c> by COPY, without events: what is measured reads that table alone. That events
/// lead to such rows is the tests' business.
/// </summary>
internal static class ItemLoader
{
    private static readonly DateTime Infinity = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    /// <summary>Loads the items, and has the planner know the table. Returns how many rows there are, former versions included.</summary>
    public static async Task<long> LoadAsync(NpgsqlDataSource database, IEnumerable<GeneratedItem> items, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await CopyAsync(connection, items, token);
        await using var analyze = new NpgsqlCommand("vacuum analyze registry.item_fact", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(token);
        return rows;
    }

    private static async Task<long> CopyAsync(NpgsqlConnection connection, IEnumerable<GeneratedItem> items, CancellationToken token)
    {
        await using var writer = await connection.BeginBinaryImportAsync(
            """
            copy registry.item_fact (item_id, version, seizure_id, year, intake_on, intake, item_kind, quantity, legal_basis, justification,
                location_kind, offences, arm_type, condition, marking, marks_restored, antique, duplicate_of, line, established_elsewhere,
                known_from, known_to, seq) from stdin (format binary)
            """, token);
        var rows = 0L;
        foreach (var item in items)
        {
            if (item.TracedAt is { } traced)
            {
                await WriteAsync(writer, item, item.LineBefore, 1, (item.RecordedAt, traced), ++rows, token);
                await WriteAsync(writer, item, item.Line, 2, (traced, Infinity), ++rows, token);
            }
            else
            {
                await WriteAsync(writer, item, item.Line, 1, (item.RecordedAt, Infinity), ++rows, token);
            }
        }

        await writer.CompleteAsync(token);
        return rows;
    }

    private static async Task WriteAsync(
        NpgsqlBinaryImporter writer, GeneratedItem item, string? line, long version, (DateTime From, DateTime To) known, long sequence,
        CancellationToken token)
    {
        await writer.StartRowAsync(token);
        await writer.WriteAsync(item.Id, token);
        await writer.WriteAsync(version, token);
        await writer.WriteAsync(item.Seizure, token);
        await writer.WriteAsync(item.IntakeOn.Year, token);
        await writer.WriteAsync(item.IntakeOn.ToString("O"), token);
        await writer.WriteAsync(item.Intake, token);
        await writer.WriteAsync(item.Kind, token);
        await writer.WriteAsync(item.Quantity, token);
        await writer.WriteAsync(item.LegalBasis, token);
        await writer.WriteAsync(item.Justification, token);
        await writer.WriteAsync(item.Location, token);
        await writer.WriteAsync(item.Offences, token);
        await TextAsync(writer, item.Type, token);
        await TextAsync(writer, item.Condition, token);
        await TextAsync(writer, item.Marking, token);
        await writer.WriteAsync(false, token);
        await writer.WriteAsync(item.Antique, token);
        if (item.DuplicateOf is { } other)
            await writer.WriteAsync(other, token);
        else
            await writer.WriteNullAsync(token);
        await TextAsync(writer, line, token);
        await writer.WriteAsync(item.EstablishedElsewhere, token);
        await writer.WriteAsync(known.From, NpgsqlDbType.TimestampTz, token);
        await writer.WriteAsync(known.To, NpgsqlDbType.TimestampTz, token);
        await writer.WriteAsync(sequence, token);
    }

    private static Task TextAsync(NpgsqlBinaryImporter writer, string? text, CancellationToken token) =>
        text is null ? writer.WriteNullAsync(token) : writer.WriteAsync(text, token);
}
