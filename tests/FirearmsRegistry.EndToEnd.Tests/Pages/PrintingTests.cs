using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>What comes out of the printer: white paper and dark words by night as well, and what says something by its colour in that colour.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PrintingTests(PagesHost host)
{
    private const string White = "rgb(255, 255, 255)";

    private const string Black = "rgb(0, 0, 0)";

    [Fact]
    public async Task Labels_and_the_bar_of_a_batch_are_printed_as_they_are()
    {
        var marking = new MarkingScenario(host);
        var series = await marking.SeriesAsync("P");
        var firearms = new List<Guid>();
        for (var arm = 0; arm < 3; arm++)
            firearms.Add(await marking.FirearmAsync($"PRN-{arm}"));
        var batch = (await marking.Registrar.PostAsync("/api/v1/marking-batches", MarkingScenario.Batch(firearms, series))).Expect(201);
        var page = await NewDarkPageAsync(Role.MarkingOperator);

        await PrintAsync(page, $"/marking-labels?batch={batch.Id}", ".label-sheet", "print-labels");
        Assert.Equal((White, "rgb(17, 17, 17)"), (await StyleAsync(page, ".label-sheet", "backgroundColor"), await StyleAsync(page, ".label-sheet .mark", "color")));
        Assert.Equal("exact", await StyleAsync(page, ".label-sheet", "printColorAdjust"));

        await PrintAsync(page, $"/marking-batches/{batch.Id}", ".progress > span", "print-batch");
        Assert.Equal(("rgb(154, 164, 176)", "exact"), (await StyleAsync(page, ".progress .waiting", "backgroundColor"), await StyleAsync(page, ".progress .waiting", "printColorAdjust")));
    }

    [Fact]
    public async Task A_chain_is_printed_in_dark_colours_and_not_in_those_of_the_night()
    {
        await host.RegisterDivertedAsync("PRN47115");
        var seizure = await host.ClientAs(Role.Investigator).SeizureAsync("2021-05-14");
        var request = await host.AskAsync((await host.ClientAs(Role.Investigator).ItemAsync(seizure, SeizureCalls.Item("PRN47115"))).Id);
        await host.SearchAsync(request);
        var page = await NewDarkPageAsync(Role.Investigator);

        await PrintAsync(page, $"/trace-requests/{request}", "svg.chain:visible", "print-chain");

        Assert.Equal(Black, await StyleAsync(page, "svg.chain text.node", "fill"));
        Assert.Equal("rgb(31, 78, 121)", await StyleAsync(page, "svg.chain line", "stroke"));
        Assert.Equal(White, await StyleAsync(page, "svg.chain rect", "fill"));
    }

    private async Task<IPage> NewDarkPageAsync(Role role)
    {
        var page = await host.NewPageAsync(role);
        await page.Context.AddCookiesAsync([new Cookie { Name = "fr-theme", Value = "dark", Url = host.Address.AbsoluteUri }]);
        return page;
    }

    private static async Task PrintAsync(IPage page, string address, string shown, string picture)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.GotoAsync(address);
        await Expect(page.Locator(shown).First).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.PdfAsync(new PagePdfOptions { Path = Path.Combine(PagesHost.Screenshots, picture + ".pdf"), Format = "A4" });
    }

    private static Task<string> StyleAsync(IPage page, string selector, string property) =>
        page.EvaluateAsync<string>("([selector, property]) => getComputedStyle(document.querySelector(selector))[property]", new[] { selector, property });
}
