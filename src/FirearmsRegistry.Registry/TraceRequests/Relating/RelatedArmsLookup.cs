using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.Relating;

/// <summary>Finds other arms of the same shipment or buyer. Whoever calls it writes the look-up to the access log.</summary>
internal static class RelatedArmsLookup
{
    private const int MostIds = 50;

    private const string Answer =
        "select count(*)::int, coalesce((array_agg(firearm_id order by firearm_id))[1:$2], array[]::uuid[]) from found where firearm_id <> $1";

    private const string ByLegalBasis =
        $"""
        with found as (
            select distinct firearm_id from registry.firearm_passage
            where legal_basis = $5 and occurred_on = $4 and kind = $3 and from_party is not distinct from $6
              and to_party is not distinct from $7 and other_country is not distinct from $8)
        {Answer}
        """;

    private const string ByReceiverAndDate =
        $"""
        with found as (
            select distinct firearm_id from registry.firearm_passage
            where to_party = $5 and occurred_on = $4 and kind = $3 and legal_basis is null)
        {Answer}
        """;

    private const string ByReceiver =
        $"with found as (select distinct firearm_id from registry.firearm_passage where to_party = $3) {Answer}";

    public static async Task<IReadOnlyList<RelatedArms>> FindAsync(NpgsqlConnection connection, Guid firearmId, Chain chain, CancellationToken token)
    {
        var questions = RelationQuestion.Of(chain);
        if (questions.Count == 0)
            return [];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var question in questions)
            batch.BatchCommands.Add(Ask(question, firearmId));
        var found = new List<RelatedArms>();
        await using var reader = await batch.ExecuteReaderAsync(token);
        foreach (var question in questions)
        {
            await reader.ReadAsync(token);
            found.Add(new RelatedArms(question.By, question.Hop.EventId, reader.GetInt32(0), reader.GetFieldValue<Guid[]>(1)));
            await reader.NextResultAsync(token);
        }

        return [.. found.Where(related => related.Count > 0)];
    }

    private static NpgsqlBatchCommand Ask(RelationQuestion question, Guid firearmId)
    {
        var hop = question.Hop;
        NpgsqlParameter[] first = [new NpgsqlParameter<Guid> { TypedValue = firearmId }, new NpgsqlParameter<int> { TypedValue = MostIds }];
        if (question.By == RelatedBy.Buyer)
            return Command(ByReceiver, [.. first, Party(hop.To)]);
        NpgsqlParameter[] same =
        [
            .. first,
            new NpgsqlParameter<string> { TypedValue = Codes.Of(hop.Kind) },
            new NpgsqlParameter<string> { TypedValue = question.OccurredOn.ToString() },
        ];
        return hop.LegalBasis is { } basis
            ? Command(ByLegalBasis, [.. same, new NpgsqlParameter<string> { TypedValue = basis.ToString() }, Party(hop.From), Party(hop.To), Text(hop.OtherCountry?.ToString())])
            : Command(ByReceiverAndDate, [.. same, Party(hop.To)]);
    }

    private static NpgsqlBatchCommand Command(string text, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Party(Known<Guid> party) =>
        new() { Value = party.TryGet(out var id) ? id : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
