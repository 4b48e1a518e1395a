using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.TraceRequests;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Counts what stands beside the indicator.</summary>
internal static class CompanionTallies
{
    /// <summary>Of <c>later</c>, the marks that were applied.</summary>
    public const string MarkedLater = "type = 'mark_applied'";

    /// <summary>Of <c>later</c>, the destructions.</summary>
    public const string DestroyedLater = "type = 'disposal_carried_out' and method = 'destroyed'";

    /// <summary>
    /// The tables <c>arms</c>, all that count in the year, and <c>later</c>, what happened to those of them that are on record here after they came in.
    /// </summary>
    public static string ArmsAndWhatCameLater(DateTimeOffset? knownAt) =>
        $"""
        arms as (
            select fact.item_id, fact.marking, identity.firearm_id
            from registry.item_fact fact left join registry.seized_item_identity identity using (item_id)
            where fact.year = $1 and fact.item_kind = 'firearm' and fact.duplicate_of is null and {KnownFacts.At(knownAt)}),
        later as (
            select arms.item_id, event.type, event.data ->> 'method' as method
            from arms join registry.mt_events event on event.stream_id = arms.firearm_id
            where event.type in ('mark_applied', 'disposal_carried_out')
              and event.timestamp > (select min(known_from) from registry.item_fact before where before.item_id = arms.item_id)
              {(knownAt is null ? "" : "and event.timestamp <= $3")})
        """;

    private static string Count(DateTimeOffset? knownAt) =>
        $"""
        with {ArmsAndWhatCameLater(knownAt)}
        select count(*) filter (where marking = 'uniquely_marked'), count(*) filter (where marking <> 'uniquely_marked'),
            count(firearm_id), (select count(distinct item_id) from later where {MarkedLater}),
            (select count(distinct item_id) from later where {DestroyedLater}),
            exists (select from registry.item_fact where year = $1 and {KnownFacts.At(knownAt)})
        from arms
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
