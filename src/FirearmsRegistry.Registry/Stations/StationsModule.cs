using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Stations.GettingDetails;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using FirearmsRegistry.Registry.Stations.Registering;
using FirearmsRegistry.Registry.Stations.WaitingForJobs;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Marking stations: registering, waiting for jobs, borrowing numbers.</summary>
internal sealed class StationsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<StationRegistered>("station_registered");
        store.Events.MapEventType<NumberBlockLent>("number_block_lent");
        store.Events.MapEventType<NumberBlockReturned>("number_block_returned");
        store.Projections.Snapshot<Station>(SnapshotLifecycle.Inline);
        store.Projections.Add(new LentNumbersProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton<LentNumbers>()
        .AddScoped<StationAnswer>()
        .AddScoped<NumberBlockAnswer>()
        .AddScoped<LendNumberBlockHandler>()
        .AddScoped<ReturnNumberBlockHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterStation.Map(routes);
        GetStation.Map(routes);
        WaitForJobs.Map(routes);
        LendNumberBlockEndpoint.Map(routes);
        ReturnNumberBlockEndpoint.Map(routes);
    }
}
