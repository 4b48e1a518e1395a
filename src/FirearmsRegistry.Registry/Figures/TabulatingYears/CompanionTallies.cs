using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.TraceRequests;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Counts what stands beside the indicator.</summary>
internal static class CompanionTallies
{
    private static string Count(DateTimeOffset? knownAt) =>
        $"""
        with arms as (
            select fact.item_id, fact.marking, identity.firearm_id, first.recorded_at
            from registry.item_fact fact left join registry.seized_item_identity identity using (item_id)
            left join lateral (select min(known_from) as recorded_at from registry.item_fact before where before.item_id = fact.item_id) first on true
            where fact.year = $1 and fact.item_kind = 'firearm' and fact.duplicate_of is null and {KnownFacts.At(knownAt)}),
        later as (
            select arms.item_id, event.type, event.data ->> 'method' as method
            from arms join registry.mt_events event on event.stream_id = arms.firearm_id
            where event.type in ('mark_applied', 'disposal_carried_out') and event.timestamp > arms.recorded_at
              {(knownAt is null ? "" : "and event.timestamp <= $3")})
        select (select count(*) from arms where marking = 'uniquely_marked'), (select count(*) from arms where marking <> 'uniquely_marked'),
            (select count(*) from arms where firearm_id is not null),
            (select count(distinct item_id) from later where type = 'mark_applied'),
            (select count(distinct item_id) from later where type = 'disposal_carried_out' and method = 'destroyed'),
            exists (select from registry.item_fact where year = $1 and {KnownFacts.At(knownAt)})
        """;

    public static async Task<CompanionFigures> ReadAsync(
        NpgsqlConnection connection, int year, IReadOnlyList<TraceRequestCounts> requests, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Count(knownAt), connection);
        KnownFacts.Add(command.Parameters, year, FigureIntake.All, knownAt);
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        var anyItem = reader.GetBoolean(5);
        return new CompanionFigures(Arms(0), Arms(1), Arms(2), Arms(3), Arms(4), Requests(TraceKind.Outbound, request => request.Sent),
            Requests(TraceKind.Outbound, request => request.Answered), Requests(TraceKind.Inbound, request => request.Sent),
            Requests(TraceKind.Inbound, request => request.Answered));

        long? Arms(int column) => anyItem ? reader.GetInt64(column) : null;

        // A year of which this register knows nothing at all was not reported; otherwise no request is a zero.
        long? Requests(TraceKind kind, Func<TraceRequestCounts, long> count) =>
            anyItem || requests.Count > 0 ? requests.Where(request => request.Kind == kind).Sum(count) : null;
    }
}
