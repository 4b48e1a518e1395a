using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Firearms;

/// <summary>The registrar's pages of arms.</summary>
internal sealed class FirearmsPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/firearms/register", "firearms.register.title", AccessPolicy.RecordFirearms),
        new("/look-alikes", "firearms.look_alikes", AccessPolicy.RecordFirearms),
    ];

    public static void Add(IServiceCollection services)
    {
    }
}
