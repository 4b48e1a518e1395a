using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures.DrillingDown;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary>Counts the requests between States that were submitted in a year (UTC), as they stood at a moment.</summary>
internal static class TraceRequestTallies
{
    // How a request went stands in the event of its submission; replies after the moment had not come.
    private const string Asked =
        """
        asked as (
            select request.trace_request_id, request.root_id, request.first_reply_at, request.kind, request.partner_id, request.country, way.channel,
                request.submitted_at,
                request.first_reply_at <= $2 as replied,
                case when request.answered_at <= $2 then request.answered_at end as answered_at,
                request.answered_at <= $2 and request.finding = 'positive' as positive
            from registry.cross_border_trace request
            cross join lateral (select data ->> 'way' as channel from registry.mt_events
                where stream_id = request.trace_request_id and type in ('outbound_trace_submitted', 'inbound_trace_received')
                order by version limit 1) way
            where request.submitted_at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'UTC') and request.submitted_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'UTC')
              and request.submitted_at <= $2)
        """;

    private const string Count =
        $"""
        with {Asked}
        select kind, partner_id, country, channel, count(*), count(*) filter (where replied), count(answered_at), count(*) filter (where positive),
            round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at)) / 86400)::numeric, 1)
        from asked group by 1, 2, 3, 4 order by 1, 3, 2, 4
        """;

    public static async Task<IReadOnlyList<TraceRequestCounts>> ReadAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? knownAt, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        Add(command.Parameters, year, knownAt);
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

    /// <summary>The requests that a row counts, in the order of their ids.</summary>
    /// <param name="database">Where.</param>
    /// <param name="year">The year (UTC) of their submission.</param>
    /// <param name="cell">Which of them.</param>
    /// <param name="knownAt">The moment whose knowledge is shown; null is now.</param>
    /// <param name="page">Which part of the list.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<Page<CountedRequest>> ListAsync(
        NpgsqlDataSource database, int year, RequestCell cell, DateTimeOffset? knownAt, (Guid After, int Limit) page, CancellationToken token)
    {
        await using var command = database.CreateCommand(List(cell.Counted));
        Add(command.Parameters, year, knownAt);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = page.After });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = cell.Kind is { } kind ? Codes.Of(kind) : DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = cell.PartnerId is { } partner ? partner : DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = cell.Channel is { } channel ? Codes.Of(channel) : DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        var found = new List<CountedRequest>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found.Add(new CountedRequest(reader.GetGuid(0), reader.GetGuid(1), await reader.IsDBNullAsync(2, token) ? null : reader.GetGuid(2),
                KnownFacts.Read<TraceKind>(reader.GetString(3)), reader.GetGuid(4), CountryCode.Parse(reader.GetString(5)).GetOrThrow(),
                KnownFacts.Read<ExchangeWay>(reader.GetString(6)), await reader.GetFieldValueAsync<DateTimeOffset>(7, token), await MomentAsync(8),
                await MomentAsync(9), reader.GetBoolean(10)));
        }

        return Page<CountedRequest>.Of(found, page.Limit, request => request.TraceRequestId.ToString());

        async Task<DateTimeOffset?> MomentAsync(int column) =>
            await reader.IsDBNullAsync(column, token) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(column, token);
    }

    private static string List(CountedRequests counted) =>
        $"""
        with {Asked}
        select asked.trace_request_id, asked.root_id, root.seized_item_id, asked.kind, asked.partner_id, asked.country, asked.channel, asked.submitted_at,
            case when asked.replied then asked.first_reply_at end, asked.answered_at, coalesce(asked.positive, false)
        from asked left join registry.trace_request root on root.trace_request_id = asked.root_id
        where asked.trace_request_id > $3 and ($4::text is null or asked.kind = $4) and ($5::uuid is null or asked.partner_id = $5)
          and ($6::text is null or asked.channel = $6) and {Counted(counted)}
        order by asked.trace_request_id limit $7
        """;

    private static string Counted(CountedRequests counted) => counted switch
    {
        CountedRequests.Sent => "true",
        CountedRequests.Replied => "asked.replied",
        CountedRequests.Answered => "asked.answered_at is not null",
        CountedRequests.Positive => "asked.positive",
    };

    private static void Add(NpgsqlParameterCollection parameters, int year, DateTimeOffset? knownAt)
    {
        parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlDbType.TimestampTz,
            Value = knownAt?.UtcDateTime ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        });
    }
}
