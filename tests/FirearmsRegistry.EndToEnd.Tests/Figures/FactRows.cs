using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.EndToEnd.Tests.Figures;

/// <summary>
/// Rows of <c>item_fact</c> written directly: only for tests of the queries themselves. Whether events lead to these rows is tested with
/// the seizures.
/// </summary>
internal sealed record FactRows(int Year, string Intake = "seized")
{
    public string Kind { get; init; } = "firearm";

    public int Quantity { get; init; } = 1;

    public string LegalBasis { get; init; } = "criminal";

    public string Justification { get; init; } = "possession";

    public string Location { get; init; } = "national_territory";

    public IReadOnlyList<string> Offences { get; init; } = [];

    public string? Type { get; init; } = "pistol";

    public string? Condition { get; init; } = "industrially_manufactured";

    public string? Marking { get; init; } = "uniquely_marked";

    public bool Antique { get; init; }

    public bool Duplicate { get; init; }

    public string? Line { get; init; } = "1.7";

    public bool EstablishedElsewhere { get; init; }

    public Guid? Seizure { get; init; }

    public DateTimeOffset From { get; init; } = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset? To { get; init; }

    /// <summary>So many arms of a year on each line.</summary>
    public static IReadOnlyList<FactRows> Arms(int year, params (string Line, int Arms)[] lines) =>
        [.. lines.SelectMany(line => Enumerable.Range(0, line.Arms).Select(_ => new FactRows(year) { Line = line.Line }))];

    public static async Task WriteAsync(string connectionString, IEnumerable<FactRows> rows)
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(token);
        await using var writer = await connection.BeginBinaryImportAsync(
            """
            copy registry.item_fact (item_id, version, seizure_id, year, intake_on, intake, item_kind, quantity, legal_basis, justification,
                location_kind, offences, arm_type, condition, marking, marks_restored, antique, duplicate_of, line, established_elsewhere,
                known_from, known_to, seq) from stdin (format binary)
            """, token);
        var sequence = 0L;
        foreach (var row in rows)
            await row.WriteAsync(writer, ++sequence, token);
        await writer.CompleteAsync(token);
    }

    private async Task WriteAsync(NpgsqlBinaryImporter writer, long sequence, CancellationToken token)
    {
        await writer.StartRowAsync(token);
        await writer.WriteAsync(Guid.CreateVersion7(), token);
        await writer.WriteAsync(1L, token);
        await writer.WriteAsync(Seizure ?? Guid.CreateVersion7(), token);
        await writer.WriteAsync(Year, token);
        await writer.WriteAsync($"{Year}-06-01", token);
        await writer.WriteAsync(Intake, token);
        await writer.WriteAsync(Kind, token);
        await writer.WriteAsync(Quantity, token);
        await writer.WriteAsync(LegalBasis, token);
        await writer.WriteAsync(Justification, token);
        await writer.WriteAsync(Location, token);
        await writer.WriteAsync(Offences.ToArray(), token);
        await TextAsync(writer, Type, token);
        await TextAsync(writer, Condition, token);
        await TextAsync(writer, Marking, token);
        await writer.WriteAsync(false, token);
        await writer.WriteAsync(Antique, token);
        if (Duplicate)
            await writer.WriteAsync(Guid.CreateVersion7(), token);
        else
            await writer.WriteNullAsync(token);
        await TextAsync(writer, Line, token);
        await writer.WriteAsync(EstablishedElsewhere, token);
        await writer.WriteAsync(From.UtcDateTime, NpgsqlDbType.TimestampTz, token);
        await writer.WriteAsync(To?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc), NpgsqlDbType.TimestampTz, token);
        await writer.WriteAsync(sequence, token);
    }

    private static Task TextAsync(NpgsqlBinaryImporter writer, string? text, CancellationToken token) =>
        text is null ? writer.WriteNullAsync(token) : writer.WriteAsync(text, token);
}
