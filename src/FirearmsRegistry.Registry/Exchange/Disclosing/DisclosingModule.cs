using FirearmsRegistry.Registry.Exchange.Disclosing.Listing;
using FirearmsRegistry.Registry.Exchange.Disclosing.Recording;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>Disclosures of what trace requests hold: checked against what other States ask for their information, and logged.</summary>
internal sealed class DisclosingModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<TraceDataDisclosed>("trace_data_disclosed");
        store.Events.MapEventType<DisclosureConsentRecorded>("disclosure_consent_recorded");
        store.Events.MapEventType<ProviderInformed>("provider_informed");
        store.Projections.Add(new DisclosuresProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services.AddScoped<RecordDisclosureHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        DisclosureEndpoints.Map(routes);
        ListDisclosures.Map(routes);
    }
}
