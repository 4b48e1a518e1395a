using FirearmsRegistry.Registry.Auditing.ReadingEvents;
using FirearmsRegistry.Registry.Shared.Modules;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Auditing;

/// <summary>What auditors read beyond what everybody who works with a record reads.</summary>
internal sealed class AuditingModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
    }

    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes) => ReadRecordedEvents.Map(routes);
}
