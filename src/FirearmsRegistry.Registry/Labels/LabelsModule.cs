using FirearmsRegistry.Registry.Labels.MakingTags;
using FirearmsRegistry.Registry.Labels.Printing;
using FirearmsRegistry.Registry.Shared.Modules;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Labels;

/// <summary>Labels: evidence tags made and printed.</summary>
internal sealed class LabelsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(provider => PrinterSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<LabelPrinter>()
        .AddScoped<EvidenceTags>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        MakeLabelsEndpoint.Map(routes);
        PrintLabelsEndpoint.Map(routes);
    }
}
