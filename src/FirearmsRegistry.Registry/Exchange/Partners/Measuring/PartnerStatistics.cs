using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.TraceRequests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.Partners.Measuring;

/// <summary>How one partner and this registry answered each other, in one class and one year of submission (UTC).</summary>
/// <param name="PartnerId">The national point of contact.</param>
/// <param name="Country">Its State.</param>
/// <param name="Kind">Outbound: how it answered. Inbound: how this registry did.</param>
/// <param name="Priority">The class.</param>
/// <param name="Year">The year in which the requests were submitted.</param>
/// <param name="Submitted">How many were.</param>
/// <param name="Acknowledged">How many of them were acknowledged.</param>
/// <param name="Replied">How many had a reply of any kind beyond that.</param>
/// <param name="Answered">How many had a final answer, refusals among them.</param>
/// <param name="Positive">How many were found.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="NoReply">How many ran out without a reply, and have none to this day.</param>
/// <param name="MedianDays">Median of the days from submission to the final answer, of those that have one; null where none has.</param>
/// <param name="NinetiethPercentileDays">In how many days nine of ten of those were answered.</param>
public sealed record PartnerStatisticsLine(
    Guid PartnerId,
    CountryCode Country,
    TraceKind Kind,
    TracePriority Priority,
    int Year,
    int Submitted,
    int Acknowledged,
    int Replied,
    int Answered,
    int Positive,
    int Refused,
    int NoReply,
    decimal? MedianDays,
    decimal? NinetiethPercentileDays);

/// <summary><c>GET /partners/{id}/statistics</c> and <c>GET /partner-statistics</c>.</summary>
internal static class PartnerStatistics
{
    private const string Find =
        """
        select partner_id, country, kind, priority, extract(year from submitted_at at time zone 'utc')::int,
            count(*)::int, count(acknowledged_at)::int, count(first_reply_at)::int, count(answered_at)::int,
            (count(*) filter (where finding = 'positive'))::int,
            (count(*) filter (where answer = 'refused'))::int,
            (count(*) filter (where no_reply_at is not null and first_reply_at is null))::int,
            round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - submitted_at)) / 86400)::numeric, 1),
            round((percentile_cont(0.9) within group (order by extract(epoch from answered_at - submitted_at)) / 86400)::numeric, 1)
        from registry.cross_border_trace
        where submitted_at is not null and ($1::uuid is null or partner_id = $1)
        group by 1, 2, 3, 4, 5 order by 2, 1, 5, 3, 4
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<IReadOnlyList<PartnerStatisticsLine>>("/partners/{id:guid}/statistics", OfOneAsync)
            .Named("getPartnerStatistics", "Reply rates and times of a national point of contact, per class and year")
            .Requires(AccessPolicy.ReadPartners);
        routes.MapRead<IReadOnlyList<PartnerStatisticsLine>>("/partner-statistics", OfAllAsync)
            .Named("listPartnerStatistics", "Reply rates and times of all national points of contact, per class and year")
            .Requires(AccessPolicy.ReadPartners);
    }

    private static async Task<IResult> OfOneAsync(
        Guid id, IQuerySession session, NpgsqlDataSource database, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Partner>(id, token) is null
            ? ProblemDocuments.From(Refusal.NotFound(PartnerErrors.Record, id), http)
            : Resources.Of(await FindAsync(database, id, token));

    private static async Task<IResult> OfAllAsync(NpgsqlDataSource database, CancellationToken token) =>
        Resources.Of(await FindAsync(database, null, token));

    private static async Task<IReadOnlyList<PartnerStatisticsLine>> FindAsync(NpgsqlDataSource database, Guid? partner, CancellationToken token)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)partner ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        var lines = new List<PartnerStatisticsLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            lines.Add(new PartnerStatisticsLine(reader.GetGuid(0), CountryCode.Parse(reader.GetString(1)).GetOrThrow(),
                Parse<TraceKind>(reader.GetString(2)), Parse<TracePriority>(reader.GetString(3)), reader.GetInt32(4), reader.GetInt32(5),
                reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt32(10), reader.GetInt32(11),
                await DaysAsync(reader, 12, token), await DaysAsync(reader, 13, token)));
        }

        return lines;
    }

    private static async Task<decimal?> DaysAsync(NpgsqlDataReader reader, int column, CancellationToken token) =>
        await reader.IsDBNullAsync(column, token) ? null : reader.GetDecimal(column);

    private static T Parse<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");
}
