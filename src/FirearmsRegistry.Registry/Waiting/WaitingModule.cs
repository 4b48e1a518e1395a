using FirearmsRegistry.Registry.Shared.Modules;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Waiting;

/// <summary>What waits for whom, counted over all areas.</summary>
internal sealed class WaitingModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
    }

    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes) => CountWaiting.Map(routes);
}
