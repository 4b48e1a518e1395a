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

/// <summary>A document, or a question, that was refused.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When.</param>
/// <param name="Refusal">The name of the refusal.</param>
/// <param name="ClaimedState">The State that it claimed to come from; null where it named none.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Subject">Who handed it in; null for another registry.</param>
public sealed record ExchangeRefusalLine(long Id, DateTimeOffset At, string Refusal, CountryCode? ClaimedState, ExchangeChannel Channel, string? Subject);

/// <summary><c>GET /exchange/refusals</c>: what was refused, the newest first.</summary>
internal static class ListExchangeRefusals
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<ExchangeRefusalLine>>("/exchange/refusals", HandleAsync)
        .Named("listExchangeRefusals", "Documents and questions of other States that were refused, the newest first")
        .Requires(AccessPolicy.ReadExchange);

    private static async Task<IResult> HandleAsync(PageRequest page, NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        var before = long.MaxValue;
        if (page.After is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var command = database.CreateCommand(
            "select id, at, refusal, claimed_state, channel, subject from registry.exchange_refusal where id < $1 order by id desc limit $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        var lines = new List<ExchangeRefusalLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            lines.Add(new ExchangeRefusalLine(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2),
                await reader.IsDBNullAsync(3, token) ? null : CountryCode.Parse(reader.GetString(3)).GetOrThrow(),
                Codes.TryParse<ExchangeChannel>(reader.GetString(4), out var channel) ? channel : default,
                await reader.IsDBNullAsync(5, token) ? null : reader.GetString(5)));
        }

        return Resources.Of(Page<ExchangeRefusalLine>.Of(lines, page.Limit, line => line.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
