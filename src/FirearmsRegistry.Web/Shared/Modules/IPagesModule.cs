using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Shared.Modules;

/// <summary>The pages of one area: what they need of services, and where the menu leads.</summary>
internal interface IPagesModule
{
    /// <summary>The area's entries of the menu, in their order.</summary>
    static abstract IReadOnlyList<PageLink> Links { get; }

    /// <summary>The reads of the API that the area's pages hand out as files, by operationId.</summary>
    static virtual IReadOnlyList<string> Files => [];

    /// <summary>Adds what the area's pages keep while they stand open.</summary>
    static abstract void Add(IServiceCollection services);
}
