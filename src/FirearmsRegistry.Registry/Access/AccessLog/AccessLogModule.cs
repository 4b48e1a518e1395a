using FirearmsRegistry.Registry.Access.AccessLog.Reading;
using FirearmsRegistry.Registry.Shared.Modules;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.AccessLog;

/// <summary>The access log for auditors. Unlike users it is read here whoever issues the tokens.</summary>
internal sealed class AccessLogModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
    }

    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes) => ReadAccessLog.Map(routes);
}
