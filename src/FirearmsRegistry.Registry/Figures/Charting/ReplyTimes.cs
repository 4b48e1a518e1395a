using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>How fast other States answered this registry's requests of a year, per State: no request and no arm is in it.</summary>
internal static class ReplyTimes
{
    private const string Find =
        """
        select country, count(*)::int,
            round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at)) / 86400)::numeric, 1)
        from registry.cross_border_trace
        where kind = 'outbound' and answered_at is not null
            and submitted_at >= make_timestamptz($1, 1, 1, 0, 0, 0, 'UTC') and submitted_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'UTC')
            and ($2::timestamptz is null or answered_at <= $2)
        group by country
        """;

    /// <summary>States that answered at least one request that was submitted in the year (UTC), by the moment where one is given.</summary>
    public static async Task<IReadOnlyList<PartnerReplies>> ReadAsync(NpgsqlDataSource database, int year, DateTimeOffset? moment, CancellationToken token)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = year });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)moment?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var reader = await command.ExecuteReaderAsync(token);
        var partners = new List<PartnerReplies>();
        while (await reader.ReadAsync(token))
            partners.Add(new PartnerReplies(reader.GetString(0), reader.GetInt32(1), reader.GetDecimal(2)));
        return partners;
    }
}
