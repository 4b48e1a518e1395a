using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Indicators.Items;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary>
/// The arms of a year that share the registered arm, a national number, or maker, country, model and serial with another one, of the same year or of
/// any other: what police reported in December may be what customs reported in January.
/// A registered arm brings its own national numbers along, so that it meets an item on which only the number was read.
/// </summary>
internal static class SuspectedDuplicates
{
    private const string Keys =
        """
        select item_id, 'arm ' || firearm_id as key from registry.seized_item_identity join compared using (item_id) where firearm_id is not null
        union
        select item_id, 'number ' || number_folded from registry.seized_item_number join compared using (item_id)
        union
        select item_id, 'number ' || mark.text_folded
        from registry.seized_item_identity join compared using (item_id) join registry.firearm_mark mark using (firearm_id)
        where mark.kind = 'national_number' and not mark.voided
        union
        select item_id, concat_ws('/', 'likeness ' || coalesce(arm.maker_key, '?'), coalesce(arm.country, '?'), coalesce(arm.model_key, '?'), serial_folded)
        from registry.seized_item_serial join compared using (item_id) join registry.seized_item_identity arm using (item_id)
        """;

    /// <summary>Items of whatever year that an item of this one may be: found by what both are known by, so that not every arm there is is looked at.</summary>
    private const string Near =
        """
        select other.item_id from counted join registry.seized_item_identity mine using (item_id)
        join registry.seized_item_identity other using (firearm_id)
        union
        select other.item_id from counted join registry.seized_item_number mine using (item_id) join registry.seized_item_number other using (number_folded)
        union
        select other.item_id from counted join registry.seized_item_serial mine using (item_id) join registry.seized_item_serial other using (serial_folded)
        union
        select other.item_id from counted join registry.seized_item_number mine using (item_id)
        join registry.firearm_mark mark on mark.text_folded = mine.number_folded and mark.kind = 'national_number' and not mark.voided
        join registry.seized_item_identity other on other.firearm_id = mark.firearm_id
        union
        select other.item_id from counted join registry.seized_item_identity mine using (item_id)
        join registry.firearm_mark mark on mark.firearm_id = mine.firearm_id and mark.kind = 'national_number' and not mark.voided
        join registry.seized_item_number other on other.number_folded = mark.text_folded
        """;

    private const string Confirmed =
        """
        select stream_id, distinct_id::uuid
        from registry.mt_events, jsonb_array_elements_text(
            coalesce(nullif(data -> 'distinctFrom', 'null'::jsonb), '[]') || case when type = 'seized_item_unlinked_as_duplicate'
                then jsonb_build_array(data -> 'ofItemId') else '[]' end) distinct_id
        where stream_id = any($1) and timestamp <= $2
        """;

    public static async Task<IReadOnlyList<CheckedItem>> ReadAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        var found = await FindAsync(connection, year, knownAt, token);
        var distinct = await DistinctAsync(connection, [.. found.Select(item => item.Item)], knownAt, token);
        return [.. found.Select(item => item with { DistinctFrom = distinct[item.Item].ToHashSet() })];
    }

    private static async Task<IReadOnlyList<CheckedItem>> FindAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with counted as materialized (
                select item_id, seizure_id, intake, year from registry.item_fact
                where year = $1 and {KnownFacts.At(knownAt)} and item_kind = 'firearm' and duplicate_of is null),
            near as materialized ({Near}),
            compared as materialized (
                select * from counted
                union all
                select item_id, seizure_id, intake, year from near join registry.item_fact using (item_id)
                where year <> $1 and {KnownFacts.At(knownAt)} and item_kind = 'firearm' and duplicate_of is null),
            keys as ({Keys}),
            shared as (select key from keys join compared using (item_id) group by key having count(*) > 1 and bool_or(year = $1)),
            suspected as (select item_id, array_agg(key order by key) as keys from keys join shared using (key) group by item_id)
            select item_id, intake, coalesce(seizure.authority, ''), arm.firearm_id, keys, year
            from suspected join compared using (item_id) join registry.seized_item_identity arm using (item_id)
            left join lateral (select authority from registry.seizure_fact fact
                where fact.seizure_id = compared.seizure_id and {KnownFacts.At(knownAt)}) seizure on true
            order by item_id
            """, connection);
        KnownFacts.Add(command.Parameters, year, FigureIntake.All, knownAt);
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new List<CheckedItem>();
        while (await reader.ReadAsync(token))
        {
            found.Add(new CheckedItem(reader.GetGuid(0), KnownFacts.Read<Intake>(reader.GetString(1)), reader.GetString(2),
                await reader.IsDBNullAsync(3, token) ? null : reader.GetGuid(3), await reader.GetFieldValueAsync<string[]>(4, token), false,
                new HashSet<Guid>(), reader.GetInt32(5)));
        }

        return found;
    }

    // What a person confirmed stands in the items' own events, whoever of the two it was said of.
    private static async Task<ILookup<Guid, Guid>> DistinctAsync(
        NpgsqlConnection connection, Guid[] items, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Confirmed, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = items });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = knownAt?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) });
        await using var reader = await command.ExecuteReaderAsync(token);
        var pairs = new List<(Guid Item, Guid Other)>();
        while (await reader.ReadAsync(token))
            pairs.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return pairs.ToLookup(pair => pair.Item, pair => pair.Other);
    }
}
