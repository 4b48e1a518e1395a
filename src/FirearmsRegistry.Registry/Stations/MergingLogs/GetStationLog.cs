using System.Globalization;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary><c>GET /stations/{id}/log</c> and <c>GET /stations/{id}/log-conflicts</c>.</summary>
internal static class GetStationLog
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<LogHead>("/stations/{id:guid}/log", HeadAsync)
            .Named("getStationLog", "How far the registry knows a station's log")
            .Requires(AccessPolicy.ReadMarkingJobs);
        routes.MapRead<Page<LogConflict>>("/stations/{id:guid}/log-conflicts", ConflictsAsync)
            .Named("listLogConflicts", "What a station's log tells and the register cannot accept, until a registrar has settled it")
            .Requires(AccessPolicy.ReadMarkingJobs);
    }

    private static async Task<IResult> HeadAsync(Guid id, StationLogRows rows, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Station>(id, token) is null
            ? ProblemDocuments.From(Refusal.NotFound(StationErrors.Station, id), http)
            : Resources.Of(await rows.HeadAsync(id, token));

    private static async Task<IResult> ConflictsAsync(
        Guid id, PageRequest page, StationLogRows rows, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var after = 0L;
        if (page.After is { } position && !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        if (await session.LoadAsync<Station>(id, token) is null)
            return ProblemDocuments.From(Refusal.NotFound(StationErrors.Station, id), http);
        var conflicts = await rows.OpenConflictsAsync(id, after, page.Limit + 1, token);
        return Resources.Of(Page<LogConflict>.Of(conflicts, page.Limit, conflict => conflict.Counter.ToString(CultureInfo.InvariantCulture)));
    }
}
