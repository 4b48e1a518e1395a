using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What an authority found out of an arm's origin without the register, told of an item and of its request, and a request as a form.</summary>
[Collection(InOneBrowser.Name)]
public sealed class EstablishingStoryTests(PagesHost host)
{
    [Fact]
    public async Task The_origin_of_an_arm_is_recorded_with_the_item_or_with_its_request_and_decides_the_outcome()
    {
        var investigator = host.ClientAs(Role.Investigator);
        var item = await investigator.ItemAsync(await investigator.SeizureAsync("2021-05-14"), SeizureCalls.Item("EST40001"));
        var page = await host.NewPageAsync(Role.Investigator);
        var place = item.Location!["/api/v1".Length..];
        await page.GotoAsync(place);

        await page.OpenAsync("origin");
        await FillAsync(page.Locator("#origin"), "2999-01-01");
        await page.Locator("#origin").GetByLabel("When").RefusedAsync();
        await page.Locator("#origin").GetByLabel("When").FillAsync("2021-09-01");
        await page.Locator("#origin").GetByLabel("When").PressAsync("Enter");
        await Expect(page.Locator("#item-facts")).ToBeFocusedAsync();
        await Expect(page.Locator("#item-facts ~ dl")).ToContainTextAsync("Intelligence report 12/2021");
        await Expect(page.Locator("#outcome ~ p")).ToContainTextAsync("point of diversion otherwise identified");

        var request = await host.AskAsync(item.Id);
        await host.SearchAsync(request);
        await page.GotoAsync(place);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See its trace" })).ToBeVisibleAsync();
        await Expect(page.Locator("#origin")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "See its trace" }).ClickAsync();
        await page.OpenAsync("establish");
        await FillAsync(page.Locator("#establish"), "2021-10");
        await Expect(page.Locator("#establishments")).ToBeFocusedAsync();
        await Expect(page.Locator("#establishments ~ ul li")).ToContainTextAsync("Intelligence report 12/2021");
        Assert.Equal("2021-10", (await host.ReadAsync(request)).Body!["establishments"]![0]!["establishedOn"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_request_leaves_as_a_form_for_a_case_each_copy_is_a_disclosure_and_the_page_goes_on_from_it()
    {
        var investigator = host.ClientAs(Role.Investigator);
        var request = await host.AskAsync((await investigator.ItemAsync(await investigator.SeizureAsync("2021-05-14"), SeizureCalls.Item("FRM40002"))).Id);
        await host.SearchAsync(request);
        var page = await host.NewPageAsync(Role.ContactPoint);
        await page.GotoAsync($"/trace-requests/{request}");
        await Expect(page.Locator("#forms ~ p").First).ToContainTextAsync("Each copy is a disclosure");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "To print (HTML)" })).ToHaveCountAsync(0);
        await page.GetByLabel("Reference of the case").FillAsync("INV-40/2026");
        await page.GetByLabel("Reference of the case").PressAsync("Enter");

        var (form, name) = await DownloadAsync(page, "To print (HTML)", 0);
        Assert.Equal($"{request}-atf-3312-1.html", name);
        Assert.Contains("FRM40002", form, StringComparison.Ordinal);
        await Expect(page.Locator("#forms ~ ul li")).ToContainTextAsync("National Tracing Center");
        (form, name) = await DownloadAsync(page, "Plain text", 1);
        Assert.Equal($"{request}-iarms.txt", name);
        Assert.Contains("FRM40002", form, StringComparison.Ordinal);
        await Expect(page.Locator("#forms ~ ul li")).ToHaveCountAsync(2);
        Assert.Equal(2L, await host.ScalarAsync<long>("select count(*) from registry.access_log where action = 'read_trace_form' and record_ids = array[$1]", request));

        await page.OpenAsync("establish");
        await FillAsync(page.Locator("#establish"), "2021-10");
        await Expect(page.Locator("#establishments ~ ul li")).ToContainTextAsync("Intelligence report 12/2021");
    }

    private static async Task FillAsync(ILocator form, string when)
    {
        await form.GetByLabel("Grounds").FillAsync("Intelligence report 12/2021");
        await form.GetByLabel("Authority").FillAsync("Centro de Inteligencia");
        await form.GetByLabel("When").FillAsync(when);
        await form.GetByLabel("When").PressAsync("Enter");
    }

    private static async Task<(string Text, string Name)> DownloadAsync(IPage page, string button, int which)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).Nth(which).ClickAsync());
        return (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), download.SuggestedFilename);
    }
}
