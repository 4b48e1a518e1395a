using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Marking;

/// <summary>The marking operator's pages: orders, jobs, batches, stations and labels.</summary>
internal sealed class MarkingPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/marking", "marking.orders.title", AccessPolicy.ReadMarkingJobs),
        new("/stations", "marking.stations.title", AccessPolicy.ReadMarkingJobs),
    ];

    public static void Add(IServiceCollection services) => services.AddScoped<StationNames>();
}
