using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Tracing;

/// <summary>Trace requests, from their filing to the chain and the answer.</summary>
internal sealed class TracingPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/trace-requests", "tracing.title", AccessPolicy.ReadTraces),
        new("/diversion-networks", "tracing.networks", AccessPolicy.ReadDiversionNetworks),
        new("/receive-request", "tracing.receive.title", AccessPolicy.ExchangeTraces),
    ];

    public static void Add(IServiceCollection services) => services.AddScoped<PartnerNames>();
}
