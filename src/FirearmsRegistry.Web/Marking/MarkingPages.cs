using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Marking.OrderingBatches;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Marking;

/// <summary>The pages of the workshop: orders, batches, jobs, stations, numbers, what logs and register tell differently, and labels.</summary>
internal sealed class MarkingPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/marking", "marking.orders.title", AccessPolicy.ReadMarkingJobs) { Also = ["/marking-jobs", "/marking-labels"] },
        new("/marking-batches", "marking.batches.title", AccessPolicy.ReadMarkingJobs),
        new("/log-conflicts", "marking.conflicts.title", AccessPolicy.ReadMarkingJobs) { Also = ["/stations/{id}/log-conflicts"] },
        new("/number-series", "marking.numbers.title", AccessPolicy.ReadNumbers) { Also = ["/stations/{id}/number-blocks"] },
        new("/stations", "marking.stations.title", AccessPolicy.ReadMarkingJobs),
    ];

    public static void Add(IServiceCollection services) => services
        .AddScoped<StationNames>()
        .AddScoped<ArmFinding>();
}
