using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Access.AccessLog.Reading;

/// <summary><c>GET /access-log</c>: who looked at what and why, newest first. Whoever reads the log is in it too.</summary>
internal static class ReadAccessLog
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<AccessLogLine>>("/access-log", HandleAsync)
        .Named("readAccessLog", "Who looked at which records and why, newest first")
        .Requires(AccessPolicy.ReadAccessLog)
        .AsksAccess();

    private static async Task<IResult> HandleAsync(
        AccessLogQuery query, PageRequest page, NpgsqlDataSource database, TimeProvider time, HttpContext http, CancellationToken token)
    {
        var before = long.MaxValue;
        if (page.After is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await AccessLogRows.FindAsync(connection, query, before, page.Limit + 1, token);
        var entry = new AccessLogEntry(
            Actor.From(http.User), null, "read_access_log", query.Criteria(), [], time.GetUtcNow());
        await entry.WriteAsync(connection, token);
        var lines = Page<AccessLogRow>.Of(rows, page.Limit, row => row.Id.ToString(CultureInfo.InvariantCulture));
        return Resources.Of(new Page<AccessLogLine>([.. lines.Items.Select(row => row.Line)], lines.Next));
    }
}

/// <summary>One look-up.</summary>
/// <param name="At">When.</param>
/// <param name="Subject">Who: the subject of his token.</param>
/// <param name="ClientId">The program that he used, where the token names one.</param>
/// <param name="Reason">The code of the reason that he gave; null where none is asked for.</param>
/// <param name="CaseReference">The case that he named.</param>
/// <param name="Action">What he did.</param>
/// <param name="Criteria">What he asked, without personal data.</param>
/// <param name="RecordIds">The records that he was shown.</param>
public sealed record AccessLogLine(
    DateTimeOffset At, string Subject, string? ClientId, string? Reason, string? CaseReference, string Action, JsonElement Criteria,
    IReadOnlyList<Guid> RecordIds);
