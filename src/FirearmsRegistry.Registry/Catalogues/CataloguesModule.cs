using FirearmsRegistry.Registry.Catalogues.Adding;
using FirearmsRegistry.Registry.Catalogues.Correcting;
using FirearmsRegistry.Registry.Catalogues.GettingDetails;
using FirearmsRegistry.Registry.Catalogues.GettingHistory;
using FirearmsRegistry.Registry.Catalogues.Importing;
using FirearmsRegistry.Registry.Catalogues.Listing;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Catalogues.Withdrawing;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>Makers, models, cartridges, countries, types and actions: seeds, and what the register says over them.</summary>
internal sealed class CataloguesModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<CatalogueEntryAdded>("catalogue_entry_added");
        store.Events.MapEventType<CatalogueEntryCorrected>("catalogue_entry_corrected");
        store.Events.MapEventType<CatalogueEntryWithdrawn>("catalogue_entry_withdrawn");
        store.Events.MapEventType<CatalogueImported>("catalogue_imported");
        store.Projections.Snapshot<CatalogueRecord>(SnapshotLifecycle.Inline);
        store.Projections.Snapshot<CatalogueImport>(SnapshotLifecycle.Inline);
        store.Projections.Add(new CatalogueChangesProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton<CatalogueStock>()
        .AddScoped<CatalogueWriter>()
        .AddScoped<CatalogueEntryAnswer>()
        .AddScoped<CatalogueImportAnswer>()
        .AddScoped<AddCatalogueEntryHandler>()
        .AddScoped<CorrectCatalogueEntryHandler>()
        .AddScoped<WithdrawCatalogueEntryHandler>()
        .AddScoped<ImportCatalogueHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListCatalogue.Map(routes);
        GetCatalogueEntry.Map(routes);
        GetCatalogueEntryHistory.Map(routes);
        AddCatalogueEntryEndpoint.Map(routes);
        CorrectCatalogueEntryEndpoint.Map(routes);
        WithdrawCatalogueEntryEndpoint.Map(routes);
        ImportCatalogueEndpoints.Map(routes);
        LookUpTextEndpoint.Map(routes);
    }
}
