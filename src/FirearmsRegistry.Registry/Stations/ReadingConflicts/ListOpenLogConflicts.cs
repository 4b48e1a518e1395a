using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.ReadingConflicts;

/// <summary>What waits for a registrar, whichever station's log told it.</summary>
/// <param name="Open">How many conflicts nobody has settled.</param>
/// <param name="Conflicts">One page of them, by station and counter.</param>
public sealed record OpenLogConflicts(long Open, Page<OpenLogConflict> Conflicts);

/// <summary>A conflict that nobody has settled.</summary>
/// <param name="StationId">The station whose log tells it.</param>
/// <param name="Conflict">The conflict.</param>
public sealed record OpenLogConflict(Guid StationId, LogConflict Conflict);

/// <summary><c>GET /log-conflicts</c>.</summary>
internal static class ListOpenLogConflicts
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<OpenLogConflicts>("/log-conflicts", HandleAsync)
        .Named("listOpenLogConflicts", "What the logs of all stations tell and the register cannot accept, with how many wait for a registrar")
        .Requires(AccessPolicy.ReadMarkingJobs);

    private static async Task<IResult> HandleAsync(PageRequest page, StationLogRows rows, HttpContext http, CancellationToken token)
    {
        if (!TryRead(page.After, out var after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var found = await rows.OpenConflictsAsync(after, page.Limit + 1, token);
        return Resources.Of(new OpenLogConflicts(await rows.CountOpenAsync(token), Page<OpenLogConflict>.Of(found, page.Limit,
            each => string.Create(CultureInfo.InvariantCulture, $"{each.StationId:N}:{each.Conflict.Counter}"))));
    }

    private static bool TryRead(string? position, out (Guid Station, long Counter) after)
    {
        after = default;
        if (position is null)
            return true;
        if (position.Split(':') is not [var station, var counter] || !Guid.TryParseExact(station, "N", out var id)
            || !long.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        after = (id, number);
        return true;
    }
}
