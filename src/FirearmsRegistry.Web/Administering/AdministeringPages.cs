using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Administering.Catalogues;
using FirearmsRegistry.Web.Administering.FirstSteps;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Administering;

/// <summary>The administrator's pages: people, stations, catalogues, keys, other systems, and how the registry is.</summary>
internal sealed class AdministeringPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/administering/first-steps", "administering.first_steps", AccessPolicy.ManageUsers),
        new("/administering/users", "administering.users", AccessPolicy.ReadUsers),
        new("/administering/stations", "administering.stations", AccessPolicy.ManageStations),
        new("/administering/catalogues/makers", "administering.catalogues", AccessPolicy.RecordCatalogues) { Also = ["/administering/catalogues"] },
        new("/administering/keys", "administering.keys", AccessPolicy.ManagePartners),
        new("/administering/webhooks", "administering.webhooks", AccessPolicy.ReadWebhooks),
        new("/administering/state", "administering.state", AccessPolicy.SeeJobs),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<TableUpload>();
        services.AddScoped<FirstStepsReading>();
    }
}
