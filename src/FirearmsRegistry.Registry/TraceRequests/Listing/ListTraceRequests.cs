using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Naming;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Naming;
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
/// <param name="DueAt">When the next step of its clock is due; null where none runs.</param>
/// <param name="Country">The other State; null for domestic requests.</param>
/// <param name="CaseReference">The reference of the authority that asks, or of the one that took the item in.</param>
/// <param name="PartnerReference">The other State's reference.</param>
/// <param name="Arm">What is traced; null for a reader who may not read seized items.</param>
public sealed record TraceRequestLine(
    Guid Id,
    Guid? SeizedItemId,
    TracePriority Priority,
    TraceRequestState State,
    TraceOutcome? Outcome,
    OutcomeLine? Line,
    DateTimeOffset RequestedAt,
    DateTimeOffset? EndedAt,
    TraceKind Kind,
    DateTimeOffset? DueAt = null,
    CountryCode? Country = null,
    ShortText? CaseReference = null,
    ShortText? PartnerReference = null,
    ArmName? Arm = null);

/// <summary>In which order requests are listed.</summary>
public enum TraceRequestOrder
{
    /// <summary>As they were filed.</summary>
    Filed,

    /// <summary>What is due first; requests of which no clock runs are left out.</summary>
    Due,
}

/// <summary>
/// <c>GET /trace-requests</c>: the requests in the order of their filing or of what is due first, all or those of one kind, in one state, pressing or
/// with a reference; each with what people know it by.
/// </summary>
internal static class ListTraceRequests
{
    private const string Columns =
        """
        request.trace_request_id, seized_item_id, request.priority, state, outcome, line, requested_at, request.ended_at, request.kind, due_at, country
        """;

    private const string Wanted = "($1::text is null or state = $1) and ($4::text is null or request.kind = $4)";

    /// <summary>Those that another State calls so, and those of the items of a seizure that an authority calls so.</summary>
    private const string WithReference =
        """
         and request.trace_request_id in (
            select trace_request_id from registry.cross_border_trace where lower(partner_reference) = lower($6)
            union all
            select request.trace_request_id from registry.seizure_fact seizure
            join registry.item_fact item on item.seizure_id = seizure.seizure_id and item.known_to = 'infinity'
            join registry.trace_request request on request.seized_item_id = item.item_id
            where lower(seizure.case_reference) = lower($6) and seizure.known_to = 'infinity')
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<TraceRequestLine>>("/trace-requests", HandleAsync)
        .Named("listTraceRequests",
            "Trace requests in the order of their filing, or of what is due first; all or those of one kind, in one state, pressing or with a reference")
        .Requires(AccessPolicy.ReadTraces);

    private static async Task<IResult> HandleAsync(
        PageRequest page, string? state, string? kind, string? order, string? due, string? reference, NpgsqlDataSource database, RequestNames names,
        TimeProvider time, HttpContext http, CancellationToken token)
    {
        if ((Unknown<TraceRequestState>("state", state) ?? Unknown<TraceKind>("kind", kind) ?? Unknown<TraceRequestOrder>("order", order)
            ?? Unknown<TraceDue>("due", due)) is { } unknown)
        {
            return ProblemDocuments.From(unknown, http);
        }

        if (RequestErrors.Reference(reference) is { } broken)
            return ProblemDocuments.From(broken, http);
        var byDue = order == Codes.Of(TraceRequestOrder.Due);
        if (!TracePosition.TryParse(page.After, byDue, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var command = database.CreateCommand(Find(byDue, Wanted + Pressing(due) + (reference is null ? "" : WithReference)));
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)state ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after.DueAt ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)reference ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        var lines = new List<TraceRequestLine>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            lines.Add(await ReadAsync(reader, token));
        var known = await names.OfAsync([.. lines.Select(line => line.Id)], Actor.From(http.User), token);
        return Resources.Of(Page<TraceRequestLine>.Of(
            [.. lines.Select(line => Named(line, known.GetValueOrDefault(line.Id)))], page.Limit, line => TracePosition.Of(line, byDue)));
    }

    private static TraceRequestLine Named(TraceRequestLine line, RequestName? name) => name is null
        ? line
        : line with { CaseReference = name.CaseReference, PartnerReference = name.PartnerReference, Arm = name.Arm };

    private static string Pressing(string? due) => Codes.TryParse<TraceDue>(due, out var pressing)
        ? $" and request.trace_request_id in ({TraceDueSql.Ids(pressing, "$7")})"
        : "";

    private static string Find(bool byDue, string wanted) => byDue
        ? $"""
           select {Columns} from registry.trace_request request
               left join registry.cross_border_trace using (trace_request_id)
               join (select trace_request_id, min(due_at) due_at from registry.trace_clock group by trace_request_id) due using (trace_request_id)
           where {wanted} and ($2::uuid is null or (due_at, request.trace_request_id) > ($5, $2))
           order by due_at, request.trace_request_id limit $3
           """
        : $"""
           select {Columns} from registry.trace_request request
               left join registry.cross_border_trace using (trace_request_id)
               left join lateral (select min(due_at) due_at from registry.trace_clock clock where clock.trace_request_id = request.trace_request_id) due on true
           where {wanted} and ($2::uuid is null or request.trace_request_id > $2) and $5::timestamptz is null
           order by request.trace_request_id limit $3
           """;

    private static async Task<TraceRequestLine> ReadAsync(NpgsqlDataReader reader, CancellationToken token) => new(
        reader.GetGuid(0), await reader.IsDBNullAsync(1, token) ? null : reader.GetGuid(1), Parse<TracePriority>(reader.GetString(2)), Parse<TraceRequestState>(reader.GetString(3)),
        await reader.IsDBNullAsync(4, token) ? null : Parse<TraceOutcome>(reader.GetString(4)),
        await reader.IsDBNullAsync(5, token) ? null : OutcomeLines.Parse(reader.GetString(5)),
        reader.GetFieldValue<DateTimeOffset>(6),
        await reader.IsDBNullAsync(7, token) ? null : reader.GetFieldValue<DateTimeOffset>(7), Parse<TraceKind>(reader.GetString(8)),
        await reader.IsDBNullAsync(9, token) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        await reader.IsDBNullAsync(10, token) ? null : CountryCode.Parse(reader.GetString(10)).GetOrThrow());

    private static Refusal? Unknown<T>(string name, string? given)
        where T : struct, Enum =>
        given is null || Codes.TryParse<T>(given, out _)
            ? null
            : RequestErrors.Query(name, given.Length > 100 ? null : given, $"Must be one of {string.Join(", ", Codes.All<T>())}.");

    private static T Parse<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"The table holds an unknown code: {code}.");
}
