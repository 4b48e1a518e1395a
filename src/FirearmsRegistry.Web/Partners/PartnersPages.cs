using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Partners;

/// <summary>National points of contact of other States, and the documents that go to them.</summary>
internal sealed class PartnersPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/partners", "partners.title", AccessPolicy.ReadPartners),
        new("/outbox", "partners.outbox.title", AccessPolicy.ReadExchange),
    ];

    public static void Add(IServiceCollection services)
    {
    }
}
