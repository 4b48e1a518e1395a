using System.Globalization;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Notices;
using FirearmsRegistry.Registry.Shared.Storage;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Firearms.SearchingByMark;

/// <summary>
/// Finds firearms by a mark, logs who looked and why, and tells of missing and watched arms among the hits: to one person of one arm once a
/// day. One statement does it all, so that a look-up costs one round trip and is never answered without its entry in the access log.
/// </summary>
internal sealed class FirearmSearch(NpgsqlDataSource database)
{
    private const string FindAndLog =
        $"""
        with found as (
            select m.mark_id, m.firearm_id, m.kind, m.component, m.text, m.serial, m.restored, m.voided, i.maker, i.model, i.country, i.alert,
                i.alert_by,
                case when m.text = $9 or m.serial = $9 then 0 when m.text_exact = $10 or m.serial_exact = $10 then 1 else 2 end as match,
                coalesce(m.serial_folded = $11, false) as in_serial
            from registry.firearm_mark m join registry.firearm_identity i using (firearm_id)
            where (m.text_folded = $11 or m.serial_folded = $11) and ($11 <> '' or m.text = $9)
              and ($12 is null or i.maker_key = $12) and ($13 is null or i.country = $13)),
        hit as materialized (
            select *, row_number() over (order by match, mark_id, restored) as place from found
            where (match, mark_id, restored) > ($14, $15, $16) order by match, mark_id, restored limit $17 + 1),
        logged as (
            {AccessLogEntry.InsertSelecting} coalesce(array_agg(firearm_id order by place) filter (where place <= $17), array[]::uuid[]) from hit),
        seen (firearm_id, missing, alert_by, caused_by, at, occasion, once) as (
            select distinct on (firearm_id) firearm_id, alert is not null, alert_by, {NoticeSql.SearchedByMark}
            from hit where place <= $17),
        {NoticeSql.ConcernedBySeen},
        {NoticeSql.Told},
        delivered as (
            {NoticeSql.Deliver})
        select mark_id, firearm_id, kind, component, text, serial, restored, voided, maker, model, country, alert, match, in_serial
        from hit order by place
        """;

    /// <summary>The hits after a position, best match first, and one more if there is a further page.</summary>
    public async Task<IReadOnlyList<MarkHit>> FindAsync(
        MarkQuestion question, HitPosition after, int limit, Actor actor, QueryReason reason, DateTimeOffset now, CancellationToken token)
    {
        var key = SearchKey.Of(question.Mark);
        await using var connection = await database.OpenConnectionAsync(token);
        await using var command = new NpgsqlCommand(FindAndLog, connection);
        var entry = new AccessLogEntry(actor, reason, "search_firearms", Criteria(question), [], now);
        entry.AddQuestion(command.Parameters);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = question.Mark.ToString() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.ExactKey });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.FoldedKey });
        command.Parameters.Add(Text(question.Maker is { } maker ? MarkSearchKeys.OfName(maker.ToString()) : null));
        command.Parameters.Add(Text(question.Country?.ToString()));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = after.Match });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after.MarkId });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = after.Restored });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        // Kept with the pooled connection: only its first search pays for the planning.
        await command.PrepareAsync(token);

        var hits = new List<MarkHit>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            hits.Add(Read(reader));
        return hits;
    }

    private static MarkHit Read(NpgsqlDataReader row) => new(
        row.GetGuid(1), row.GetGuid(0), (MatchedKey)row.GetInt32(12), row.GetBoolean(13) ? MatchedField.Serial : MatchedField.Text,
        row.Code<Marks.Marks.MarkKind>(2), row.Code<Marks.Components.ComponentKind>(3), row.GetString(4), row.Maybe(5),
        row.GetBoolean(6), row.GetBoolean(7), row.Maybe(8), row.Maybe(9), row.Maybe(10),
        row.IsDBNull(11) ? null : row.Code<LossKind>(11));

    private static Dictionary<string, object?> Criteria(MarkQuestion question)
    {
        var criteria = new Dictionary<string, object?> { ["mark"] = question.Mark.ToString() };
        if (question.Maker is { } maker)
            criteria["maker"] = maker.ToString();
        if (question.Country is { } country)
            criteria["country"] = country.ToString();
        return criteria;
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

/// <summary>Where a page of hits ended.</summary>
internal readonly record struct HitPosition(int Match, Guid MarkId, bool Restored)
{
    /// <summary>Before every hit.</summary>
    public static HitPosition Start { get; } = new(-1, Guid.Empty, false);

    public static HitPosition Of(MarkHit hit) => new((int)hit.MatchedBy, hit.MarkId, hit.Restored);

    public static bool TryParse(string? text, out HitPosition position)
    {
        position = Start;
        if (text is null)
            return true;
        if (text.Split(':') is not [var match, var mark, ("0" or "1") and var restored]
            || !int.TryParse(match, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Guid.TryParseExact(mark, "N", out var id))
        {
            return false;
        }

        position = new HitPosition(number, id, restored == "1");
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Match}:{MarkId:N}:{(Restored ? 1 : 0)}");
}
