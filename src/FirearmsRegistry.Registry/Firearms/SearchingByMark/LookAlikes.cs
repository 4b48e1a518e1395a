using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary>
/// Finds arms with the same maker, country, model and folded serial while holding a lock on each such combination until the transaction
/// ends, so that of several racing registrations of one serial only the first sees nothing.
/// </summary>
internal static class LookAlikes
{
    // From each serial to its marks and from each mark to its firearm, by index: the join's order is fixed, and a plan that was made and
    // kept while the tables were small must not read them from end to end once they have grown.
    private const string ByIndexOnly = "set local enable_seqscan = off";

    private const string Find =
        """
        select distinct on (m.firearm_id) m.firearm_id, m.serial, i.maker, i.model
        from unnest($1) as sought (serial)
        cross join lateral (
            select firearm_id, mark_id, serial from registry.firearm_mark
            where serial_folded = sought.serial and firearm_id <> $5 and kind = 'manufacture' and not voided offset 0) m
        cross join lateral (
            select maker, model from registry.firearm_identity
            where firearm_id = m.firearm_id and maker_key is not distinct from $2 and country is not distinct from $3
                and model_key is not distinct from $4 offset 0) i
        order by m.firearm_id, m.mark_id limit 20
        """;

    public static async Task<IReadOnlyList<LookAlike>> FindUnderLockAsync(
        IDocumentSession session, FirearmDescription description, IEnumerable<MarkText> serials, Guid except, CancellationToken token)
    {
        var folded = serials.Select(serial => SearchKey.Of(serial).FoldedKey).Where(key => key.Length > 0).Distinct().ToArray();
        if (folded.Length == 0)
            return [];
        var maker = MarkSearchKeys.OfName(description.Maker);
        var model = MarkSearchKeys.OfName(description.Model);
        var country = description.ManufactureCountry.TryGet(out var code) ? code.ToString() : null;

        await session.BeginTransactionAsync(token);
        await using var batch = new NpgsqlBatch(session.Connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByIndexOnly));
        batch.BatchCommands.Add(AdvisoryLocks.First([.. folded.Select(serial => $"{maker}|{country}|{model}|{serial}")]));
        var find = new NpgsqlBatchCommand(Find);
        find.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = folded });
        find.Parameters.Add(Text(maker));
        find.Parameters.Add(Text(country));
        find.Parameters.Add(Text(model));
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = except });
        batch.BatchCommands.Add(find);

        var found = new List<LookAlike>();
        await using var reader = await batch.ExecuteReaderAsync(token);
        await reader.NextResultAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add(new LookAlike(reader.GetGuid(0), reader.GetString(1),
                await reader.IsDBNullAsync(2, token) ? null : reader.GetString(2),
                await reader.IsDBNullAsync(3, token) ? null : reader.GetString(3)));
        }

        return found;
    }

    /// <summary>Notes on every look-alike that it needs a national number, now that another arm like it was accepted.</summary>
    public static async Task FlagAsync(
        IDocumentSession session, IReadOnlyList<LookAlike> others, Guid firearmId, Note? confirmedDistinct, CancellationToken token)
    {
        foreach (var other in others)
        {
            // Fetched first: read models of a stream whose version is not known here would be stored with version 0.
            var stream = await session.Events.FetchForWriting<Firearm>(other.FirearmId, token);
            stream.AppendOne(new NationalNumberNeeded([firearmId], confirmedDistinct!.Value));
        }
    }

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
