using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Web.Figures;

/// <summary>The statistician's pages: a year's tables, figures and checks, vintages, counts from elsewhere, regions.</summary>
internal sealed class FiguresPages : IPagesModule
{
    public static IReadOnlyList<PageLink> Links { get; } =
    [
        new("/figures", "figures.menu", AccessPolicy.ReadFigureItems) { Also = ["/contested-counts", "/imported-counts"] },
        new("/vintages", "figures.vintages", AccessPolicy.ReadVintages),
        new("/count-files", "figures.imports", AccessPolicy.ImportCounts),
        new("/regions", "figures.regions", AccessPolicy.ReadFigures),
    ];

    public static IReadOnlyList<string> Files { get; } = ["exportYearTables", "getVintageMessage", "shipVintage", "getVintageStatement", "getVintageContent"];

    public static void Add(IServiceCollection services)
    {
    }
}
