using FirearmsRegistry.Registry.Figures;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Vintages.Comparing;
using FirearmsRegistry.Registry.Vintages.Drafting;
using FirearmsRegistry.Registry.Vintages.Freezing;
using FirearmsRegistry.Registry.Vintages.Publishing;
using FirearmsRegistry.Registry.Vintages.Reproducing;
using FirearmsRegistry.Registry.Vintages.Reviewing;
using FirearmsRegistry.Registry.Vintages.Sending;
using FirearmsRegistry.Registry.Vintages.Showing;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using FirearmsRegistry.Registry.Vintages.Stating;
using FirearmsRegistry.Registry.Vintages.Withdrawing;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Vintages;

/// <summary>Vintages: figures frozen, reviewed, published, revised, and given to statistics offices and to everybody.</summary>
internal sealed class VintagesModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<VintageDrafted>("vintage_drafted");
        store.Events.MapEventType<VintageReviewed>("vintage_reviewed");
        store.Events.MapEventType<VintagePublished>("vintage_published");
        store.Events.MapEventType<VintageYearsSuperseded>("vintage_years_superseded");
        store.Events.MapEventType<VintageSuperseded>("vintage_superseded");
        store.Events.MapEventType<VintageWithdrawn>("vintage_withdrawn");
        store.Projections.Snapshot<Vintage>(SnapshotLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(provider => VintageSettings.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<RegistryCountry>()))
        .AddSingleton<VintageContents>()
        .AddSingleton<VintageComputation>()
        .AddSingleton<VintageMessages>()
        .AddSingleton<VintageShipment>()
        .AddSingleton<PublicFigureCache>()
        .AddScoped<IPublishedVintages, PublishedVintages>()
        .AddScoped<StatementMaker>()
        .AddScoped<VintageChecks>()
        .AddScoped<VintageAnswer>()
        .AddScoped<DraftVintageHandler>()
        .AddScoped<PublishVintageHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        DraftVintageEndpoint.Map(routes);
        ReviewVintageEndpoint.Map(routes);
        PublishVintageEndpoint.Map(routes);
        WithdrawVintageEndpoint.Map(routes);
        ShowVintages.Map(routes);
        ReproduceVintage.Map(routes);
        CompareVintages.Map(routes);
        GetVintageMessage.Map(routes);
        PublicFigures.Map(routes);
        ShowStatements.Map(routes);
    }
}
