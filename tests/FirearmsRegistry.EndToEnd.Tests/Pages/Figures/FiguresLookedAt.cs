using FirearmsRegistry.Registry.Access;
using static FirearmsRegistry.EndToEnd.Tests.Pages.LookedAt;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Figures;

/// <summary>The statistician's pages.</summary>
internal static class FiguresLookedAt
{
    private const Role Statistician = Role.Statistician;

    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("figures", "/figures", Statistician, _ => "/figures", page => Shown(page, "table.counts")),
        new("figures-tables", "/figures/{Year:int}", Statistician, _ => "/figures/2020", page => Shown(page, "#files")),
        new("figures-cell", "/figures/{Year:int}/cells/{Table}/{Category}", Statistician, _ => "/figures/2018/cells/outcome_line/1.7?intake=seized", page => Shown(page, "tbody tr")),
        new("figures-indicator", "/figures/{Year:int}/indicator", Statistician, _ => "/figures/2020/indicator", page => Shown(page, "figure svg")),
        new("figures-checks", "/figures/{Year:int}/checks", Statistician, _ => "/figures/2018/checks", page => Shown(page, ".marks li")),
        new("figures-source", "/figures/{Year:int}/source", Statistician, _ => "/figures/2014/source", page => Shown(page, "form.panel")),
        new("figures-contested", "/figures/{Year:int}/contested", Statistician, _ => "/figures/2014/contested", page => Shown(page, "tbody tr")),
        new("figures-counts", "/figures/{Year:int}/counts", Statistician, _ => "/figures/2006/counts", page => Shown(page, "tbody tr")),
        new("imported-count", "/imported-counts/{Id:guid}", Statistician, records => $"/imported-counts/{records.Figures.Count}", page => Shown(page, "tbody tr")),
        new("figures-contested-all", "/contested-counts", Statistician, _ => "/contested-counts", page => Shown(page, "tbody tr")),
        new("count-file", "/count-files/{Id:guid}", Statistician, records => $"/count-files/{records.Figures.UnodcFile}", page => Shown(page, "tbody tr")),
        new("contested-count", "/count-files/{FileId:guid}/contested/{Line:long}", Statistician,
            records => $"/count-files/{records.Figures.UnodcFile}/contested/{FiguresLookedAtRecords.ContestedLine}", page => Shown(page, "form.panel")),
        new("vintages", "/vintages", Statistician, _ => "/vintages", page => Shown(page, "tbody tr")),
        new("vintage", "/vintages/{Id:guid}", Statistician, records => $"/vintages/{records.Figures.Published}", page => Shown(page, "table.counts")),
        new("vintages-compared", "/vintages/{Id:guid}/differences/{From:guid}", Statistician,
            records => $"/vintages/{records.Figures.Later}/differences/{records.Figures.Earlier}", page => Shown(page, "table.counts")),
        new("count-files", "/count-files", Statistician, _ => "/count-files", page => Shown(page, "tbody tr")),
        new("regions", "/regions", Statistician, _ => "/regions", async page =>
        {
            await page.Locator("#region-year").FillAsync("2018");
            await page.Locator("main .go").ClickAsync();
            await Shown(page, "table.counts");
        }),
    ];
}
