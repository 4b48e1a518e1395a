using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Shared.Modules;

/// <summary>One business area: it registers its own events, read models, services, routes and recurring jobs.</summary>
internal interface IRegistryModule
{
    /// <summary>Names every event (<c>MapEventType</c>) and registers the area's read models.</summary>
    static abstract void Configure(StoreOptions store);

    /// <summary>Adds handlers, answers and queries.</summary>
    static abstract void Add(IServiceCollection services);

    /// <summary>Maps the routes below <c>/api/v1</c>.</summary>
    static abstract void Map(IEndpointRouteBuilder routes);
}
