using System.Reflection;
using FirearmsRegistry.Web.Administering;
using FirearmsRegistry.Web.Auditing;
using FirearmsRegistry.Web.Figures;
using FirearmsRegistry.Web.Firearms;
using FirearmsRegistry.Web.Marking;
using FirearmsRegistry.Web.Notices;
using FirearmsRegistry.Web.Parties;
using FirearmsRegistry.Web.Partners;
using FirearmsRegistry.Web.Searching;
using FirearmsRegistry.Web.Seizures;
using FirearmsRegistry.Web.Shared.Modules;
using FirearmsRegistry.Web.Tracing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web;

/// <summary>The areas of the pages: one line per area, nothing else.</summary>
internal static class PagesModules
{
    private static readonly IReadOnlyList<Area> Areas =
    [
        Area.Of<SearchingPages>(),
        Area.Of<FirearmsPages>(),
        Area.Of<SeizuresPages>(),
        Area.Of<TracingPages>(),
        Area.Of<PartnersPages>(),
        Area.Of<NoticesPages>(),
        Area.Of<MarkingPages>(),
        Area.Of<PartiesPages>(),
        Area.Of<FiguresPages>(),
        Area.Of<AuditingPages>(),
        Area.Of<AdministeringPages>(),
    ];

    private static readonly IReadOnlyList<TemplateMatcher> Routes =
        [.. typeof(PagesModules).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => new TemplateMatcher(TemplateParser.Parse(route.Template), []))];

    /// <summary>Every entry of the menu.</summary>
    public static IReadOnlyList<PageLink> Links { get; } = [.. Areas.SelectMany(area => area.Links)];

    /// <summary>The operations whose answers pages hand out as files.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Areas.SelectMany(area => area.Files)];

    /// <summary>Whether a page of this server stands at the address.</summary>
    public static bool HasPage(string? address) => address is not null && Routes.Any(route => route.TryMatch(address, []));

    /// <summary>Adds every area.</summary>
    public static void Add(IServiceCollection services)
    {
        foreach (var area in Areas)
            area.Add(services);
    }

    private sealed record Area(IReadOnlyList<PageLink> Links, IReadOnlyList<string> Files, Action<IServiceCollection> Add)
    {
        public static Area Of<TModule>()
            where TModule : IPagesModule => new(TModule.Links, TModule.Files, TModule.Add);
    }
}
