using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Notices;

/// <summary>Everybody's inbox.</summary>
internal sealed class NoticesPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } = [new("/notices", "notices.title", AccessPolicy.ReadNotices) { Also = ["/watches"] }];

    public static void Add(IServiceCollection services)
    {
    }
}
