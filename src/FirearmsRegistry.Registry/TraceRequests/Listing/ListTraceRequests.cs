using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.Listing;

/// <summary>A trace request in a list.</summary>
/// <param name="Id">The request.</param>
/// <param name="SeizedItemId">Its item; null for requests to and from other States.</param>
/// <param name="Priority">How soon.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Line">The outcome line of its item as decided with it.</param>
/// <param name="RequestedAt">When it was filed.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Kind">Who asks whom.</param>
public sealed record TraceRequestLine(
    Guid Id,
    Guid? SeizedItemId,
    TracePriority Priority,
    TraceRequestState State,
    TraceOutcome? Outcome,
    OutcomeLine? Line,
    DateTimeOffset RequestedAt,
    DateTimeOffset? EndedAt,
    TraceKind Kind);

/// <summary><c>GET /trace-requests</c>: the requests in the order of their filing, all or those of one kind or in one state.</summary>
internal static class ListTraceRequests
{
    private const string Find =
        """
        select trace_request_id, seized_item_id, priority, state, outcome, line, requested_at, ended_at, kind
        from registry.trace_request
        where ($1::text is null or state = $1) and ($4::text is null or kind = $4) and ($2::uuid is null or trace_request_id > $2)
        order by trace_request_id limit $3
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<TraceRequestLine>>("/trace-requests", HandleAsync)
        .Named("listTraceRequests", "Trace requests in the order of their filing, all or those of one kind or in one state")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(
        PageRequest page, string? state, string? kind, NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        if (state is not null && !Codes.TryParse<TraceRequestState>(state, out _))
        {
            return ProblemDocuments.From(RequestErrors.Query("state", state.Length > 100 ? null : state,
                $"Must be one of {string.Join(", ", Codes.All<TraceRequestState>())}."), http);
        }

        if (kind is not null && !Codes.TryParse<TraceKind>(kind, out _))
        {
            return ProblemDocuments.From(RequestErrors.Query("kind", kind.Length > 100 ? null : kind,
                $"Must be one of {string.Join(", ", Codes.All<TraceKind>())}."), http);
        }

        Guid? after = null;
        if (page.After is { } position)
        {
            if (!Guid.TryParse(position, out var given))
                return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
            after = given;
        }

        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)state ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        var lines = new List<TraceRequestLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            lines.Add(await ReadAsync(reader, token));
        return Resources.Of(Page<TraceRequestLine>.Of(lines, page.Limit, line => line.Id.ToString()));
    }

    private static async Task<TraceRequestLine> ReadAsync(NpgsqlDataReader reader, CancellationToken token) => new(
        reader.GetGuid(0), await reader.IsDBNullAsync(1, token) ? null : reader.GetGuid(1), Parse<TracePriority>(reader.GetString(2)), Parse<TraceRequestState>(reader.GetString(3)),
        await reader.IsDBNullAsync(4, token) ? null : Parse<TraceOutcome>(reader.GetString(4)),
        await reader.IsDBNullAsync(5, token) ? null : OutcomeLines.Parse(reader.GetString(5)),
        reader.GetFieldValue<DateTimeOffset>(6),
        await reader.IsDBNullAsync(7, token) ? null : reader.GetFieldValue<DateTimeOffset>(7), Parse<TraceKind>(reader.GetString(8)));

    private static T Parse<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");
}
