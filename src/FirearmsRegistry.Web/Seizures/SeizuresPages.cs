using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Seizures;

/// <summary>The investigator's pages of what was seized, found or surrendered.</summary>
internal sealed class SeizuresPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/record-seizure", "seizures.record.title", AccessPolicy.RecordSeizures),
        new("/seizures", "seizures.title", AccessPolicy.ReadSeizures),
    ];

    public static void Add(IServiceCollection services)
    {
    }
}
