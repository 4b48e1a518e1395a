using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Parties;

/// <summary>The pages of persons and organisations.</summary>
internal sealed class PartiesPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/parties", "parties.title", AccessPolicy.ReadParties),
        new("/parties/register", "parties.register.title", AccessPolicy.RecordParties),
    ];

    public static void Add(IServiceCollection services)
    {
    }
}
