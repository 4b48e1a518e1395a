using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.Registering;

/// <summary><c>POST /stations</c>.</summary>
internal static class RegisterStation
{
    /// <summary>The body.</summary>
    /// <param name="Name">What people call it.</param>
    /// <param name="Place">Where it stands.</param>
    /// <param name="Machine">Its machine: make, model, protocol.</param>
    /// <param name="Program">The client id of the only program that may speak for it; any where it is left out.</param>
    /// <param name="Id">Its id; given by the registry where left out.</param>
    public sealed record StationBody(ShortText Name, ShortText Place, ShortText? Machine = null, ShortText? Program = null, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<StationAnswer, Station>("/stations", HandleAsync)
        .Named("registerStation", "Register a marking station")
        .Requires(AccessPolicy.ManageStations)
        .Example(StationExamples.Register)
        .Refuses("id-taken");

    private static Task<Result<Written>> HandleAsync(Body<StationBody> body, WriteCall call, RegistryWriter writer, CancellationToken token)
    {
        var station = body.Value;
        var id = station.Id ?? Guid.CreateVersion7(call.Context.Now);
        return writer.CreateAsync<Station>(id, $"/api/v1/stations/{id}",
            [new StationRegistered(station.Name, station.Place, station.Machine, station.Program)], call.Context, token);
    }
}
