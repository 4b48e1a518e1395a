using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Counts the requests between States that were submitted in a year (UTC), as they stood at a moment.</summary>
internal static class TraceRequestTallies
{
    // How a request went stands in the event of its submission; replies after the moment had not come.
    private const string Count =
        """
        with asked as (
            select request.kind, request.partner_id, request.country, way.channel, request.submitted_at,
                request.first_reply_at <= $2 as replied,
                case when request.answered_at <= $2 then request.answered_at end as answered_at,
                request.answered_at <= $2 and request.finding = 'positive' as positive
            from registry.cross_border_trace request
            cross join lateral (select data ->> 'way' as channel from registry.mt_events
                where stream_id = request.trace_request_id and type in ('outbound_trace_submitted', 'inbound_trace_received')
                order by version limit 1) way
            where request.submitted_at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'UTC') and request.submitted_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'UTC')
              and request.submitted_at <= $2)
        select kind, partner_id, country, channel, count(*), count(*) filter (where replied), count(answered_at), count(*) filter (where positive),
            round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at)) / 86400)::numeric, 1)
        from asked group by 1, 2, 3, 4 order by 1, 3, 2, 4
        """;

    public static async Task<IReadOnlyList<TraceRequestCounts>> ReadAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        command.Parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlDbType.TimestampTz,
            Value = knownAt?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        });
        var counts = new List<TraceRequestCounts>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            counts.Add(new TraceRequestCounts(KnownFacts.Read<TraceKind>(reader.GetString(0)), reader.GetGuid(1),
                CountryCode.Parse(reader.GetString(2)).GetOrThrow(), KnownFacts.Read<ExchangeWay>(reader.GetString(3)), reader.GetInt64(4),
                reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), await reader.IsDBNullAsync(8, token) ? null : reader.GetDecimal(8)));
        }

        return counts;
    }
}
