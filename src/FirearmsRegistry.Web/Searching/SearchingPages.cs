using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Searching;

/// <summary>The search box's results.</summary>
internal sealed class SearchingPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } = [new("/search", "searching.title", AccessPolicy.ReadFirearms)];

    public static void Add(IServiceCollection services) => services
        .AddScoped<SearchQuestion>()
        .AddScoped<SearchRun>();
}
