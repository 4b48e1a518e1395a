using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Refusing;

/// <summary>How often documents or questions were refused for one reason, or were repeats, since a day.</summary>
/// <param name="Outcome">The name of the refusal, or <c>exchange-document-repeated</c>.</param>
/// <param name="Signer">The State whose signature held; null where nobody's did.</param>
/// <param name="Channel">How they came.</param>
/// <param name="Count">How often.</param>
/// <param name="FirstOn">The first day on which that was so.</param>
/// <param name="LastOn">The last one.</param>
public sealed record ExchangeCount(
    string Outcome, CountryCode? Signer, ExchangeChannel Channel, long Count, DateOnly FirstOn, DateOnly LastOn);

/// <summary><c>GET /exchange/counts</c>: all that was refused or came again, also what no line is kept of.</summary>
internal static class ListExchangeCounts
{
    private const string Read =
        """
        select outcome, signer, channel, sum(count)::bigint, min(day), max(day) from registry.exchange_count where day >= $1
        group by outcome, signer, channel order by 4 desc, 1, 2, 3
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<ExchangeCount>>("/exchange/counts", HandleAsync)
        .Named("listExchangeCounts", "How often documents and questions of other States were refused, or repeated, by name and signer")
        .Requires(AccessPolicy.ReadExchange)
        .Query("since", required: false, "Only from this day on (yyyy-MM-dd, UTC).");

    private static async Task<IResult> HandleAsync(NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        var day = DateOnly.MinValue;
        if (http.Request.Query.TryGetValue("since", out var since)
            && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return ProblemDocuments.From(RequestErrors.Query("since", null, "Must be a day such as 2026-03-01."), http);
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        var counts = new List<ExchangeCount>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            counts.Add(new ExchangeCount(reader.GetString(0),
                CountryCode.Parse(reader.GetString(1)).TryGet(out var signer, out _) ? signer : null,
                Codes.TryParse<ExchangeChannel>(reader.GetString(2), out var channel) ? channel : default,
                reader.GetInt64(3), reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<DateOnly>(5)));
        }

        return Resources.Of(counts);
    }
}
