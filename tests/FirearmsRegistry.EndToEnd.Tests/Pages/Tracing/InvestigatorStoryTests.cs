using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>An investigator's work, from what was seized to where it left the licit circuit.</summary>
[Collection(InOneBrowser.Name)]
public sealed class InvestigatorStoryTests(PagesHost host)
{
    /// <summary>One character cannot be read, and the last may be either of two.</summary>
    private const string Read = "IVS8?04[6G]";

    [Fact]
    public async Task A_damaged_pistol_is_recorded_traced_compared_confirmed_by_the_investigator_and_leads_to_its_point_of_diversion()
    {
        var firearm = await host.RegisterDivertedAsync("IVS83046");
        var page = await host.NewPageAsync();
        await page.SignInAsync(host, "ines.investigator", "investigator");
        await page.GotoAsync("/record-seizure");
        await page.RecordCircumstancesAsync();

        // By keyboard alone: what is copied is all but the number and the photos.
        await page.FillItemAsync("Example Arms", "E9", "9 mm Luger", Read);
        await page.GetByLabel("As read from the firearm").PressAsync("Enter");
        await page.RecordedAsync(1);
        await Expect(page.GetByLabel("As read from the firearm")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy last item" }).PressAsync("Enter");
        await Expect(page.GetByLabel("As read from the firearm")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Manufacturer", new() { Exact = true })).ToHaveValueAsync("Example Arms");
        await page.GetByLabel("As read from the firearm").EnterAsync("IVS99999");
        await page.RecordedAsync(2);

        await page.Locator("tr", new() { HasText = "IVS8?04" }).GetByRole(AriaRole.Link).ClickAsync();
        var request = await page.AskForTraceAsync();
        await host.SearchAsync(request);

        var first = await page.CompareCandidatesAsync();
        await Expect(first).ToContainTextAsync("IVS83046");
        await Expect(first.Locator(".compared td.near").First).ToBeVisibleAsync();
        await page.ConfirmAsync(first);

        await Expect(page.Locator("svg.chain .diversion:visible")).ToBeVisibleAsync();
        await Expect(page.Locator(".diverted")).ToHaveTextAsync("Point of diversion: a theft is on record");
        await Expect(page.Locator(".words tbody tr")).ToHaveCountAsync(6);
        await Expect(page.Locator(".words .caution").First).ToContainTextAsync("Giver not recorded");
        Assert.Equal(1L, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_identification_confirmed' and data ->> 'firearmId' = $2", request, firearm.ToString()));
        await DownloadReportAsync(page);
    }

    /// <summary>By keys: the sections above it are read one by one, and move it.</summary>
    private static async Task DownloadReportAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Preview (HTML)" }).PressAsync("Enter"));
        var report = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(Read, report, StringComparison.Ordinal);
    }
}
