using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.GettingDetails;

/// <summary><c>GET /stations</c> and <c>GET /stations/{id}</c>.</summary>
internal static class GetStation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<Station>>("/stations", ListAsync)
            .Named("listStations", "The marking stations, in the order of their registration")
            .Requires(AccessPolicy.ReadStations);
        routes.MapRead<Station>("/stations/{id:guid}", OneAsync)
            .Named("getStation", "A marking station with the number blocks that it has borrowed")
            .Requires(AccessPolicy.ReadStations);
    }

    private static async Task<IResult> ListAsync(PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        if (page.After is { } position && !Guid.TryParse(position, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // A country has some hundred stations: they are ordered here, since their ids are not compared by LINQ.
        var all = await session.Query<Station>().ToListAsync(token);
        return Resources.Of(Page<Station>.Of(
            [.. all.OrderBy(station => station.Id).Where(station => station.Id.CompareTo(after) > 0).Take(page.Limit + 1)], page.Limit,
            station => station.Id.ToString()));
    }

    private static async Task<IResult> OneAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<Station>(id, token) is { } station
            ? Resources.Of(http, station, station.Version)
            : ProblemDocuments.From(Refusal.NotFound(StationErrors.Station, id), http);
}
