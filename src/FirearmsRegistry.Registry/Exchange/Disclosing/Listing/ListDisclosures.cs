using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.Disclosing.Listing;

/// <summary>A disclosure that took place.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="TraceRequestId">The request whose information it was.</param>
/// <param name="DisclosedAt">When.</param>
/// <param name="DisclosedBy">The human behind it.</param>
/// <param name="Disclosure">To whom, for what, what and how.</param>
/// <param name="Sources">The answers and requests of other States whose information it held.</param>
public sealed record DisclosureLine(
    Guid Id, Guid TraceRequestId, DateTimeOffset DisclosedAt, string? DisclosedBy, Disclosure Disclosure, IReadOnlyList<Guid> Sources);

/// <summary><c>GET /disclosures</c>: all, or those of one request.</summary>
internal static class ListDisclosures
{
    private const string Find =
        """
        select disclosure_id, trace_request_id, disclosed_at, subject, recipient_kind, recipient_name, recipient_country, purpose, categories,
            form, reference, sources
        from registry.disclosure
        where ($1::uuid is null or trace_request_id = $1) and ($2::uuid is null or disclosure_id > $2)
        order by disclosure_id limit $3
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<DisclosureLine>>("/disclosures", HandleAsync)
        .Named("listDisclosures", "Which information of trace requests went to whom and for what, all or that of one request")
        .Requires(AccessPolicy.ReadDisclosures)
        .Query("traceRequestId", required: false, "Only the disclosures of this request.");

    private static async Task<IResult> HandleAsync(PageRequest page, NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        if (!TryRead(http.Request.Query["traceRequestId"], out var request))
            return ProblemDocuments.From(RequestErrors.Query("traceRequestId", null, "Must be the id of a trace request."), http);
        if (!TryRead(page.After, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)request ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        var lines = new List<DisclosureLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            lines.Add(await ReadAsync(reader, token));
        return Resources.Of(Page<DisclosureLine>.Of(lines, page.Limit, line => line.Id.ToString()));
    }

    private static bool TryRead(string? text, out Guid? id)
    {
        id = Guid.TryParse(text, out var given) ? given : null;
        return text is null || id is not null;
    }

    private static async Task<DisclosureLine> ReadAsync(NpgsqlDataReader reader, CancellationToken token) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2), await TextAsync(reader, 3, token),
        new Disclosure(
            new DisclosureRecipient(Parse<RecipientKind>(reader.GetString(4)), ShortText.Parse(reader.GetString(5)).GetOrThrow(),
                await TextAsync(reader, 6, token) is { } country ? CountryCode.Parse(country).GetOrThrow() : null),
            Parse<DisclosurePurpose>(reader.GetString(7)), [.. reader.GetFieldValue<string[]>(8).Select(Parse<DataCategory>)],
            Parse<DisclosureForm>(reader.GetString(9)),
            await TextAsync(reader, 10, token) is { } reference ? ShortText.Parse(reference).GetOrThrow() : null),
        reader.GetFieldValue<Guid[]>(11));

    private static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken token) =>
        await reader.IsDBNullAsync(column, token) ? null : reader.GetString(column);

    private static T Parse<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");
}
