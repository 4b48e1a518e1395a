using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Notices;

/// <summary>An investigator who wants to hear what happens to an arm.</summary>
[Collection(InOneBrowser.Name)]
public sealed class WatchStoryTests(PagesHost host)
{
    private const string Serial = "WA50001";

    [Fact]
    public async Task An_arm_is_watched_from_its_page_its_search_comes_to_the_inbox_and_the_watch_is_ended_in_the_list()
    {
        var arm = await host.RegisterAsync(Serial, Known<Guid>.Unknown);
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync($"/firearms/{arm}");
        await page.Locator("#watch > summary").PressAsync("Enter");
        var form = page.Locator("#watch");
        await form.GetByLabel("Reason").FillAsync("Joint investigation 50.");
        await form.GetByLabel("Last day").FillAsync(host.DayIn(400));
        await form.GetByLabel("Last day").PressAsync("Enter");
        await form.GetByLabel("Last day").RefusedAsync();
        await form.GetByLabel("Last day").FillAsync(host.DayIn(30));
        await form.GetByLabel("Last day").PressAsync("Enter");
        await Expect(page.Locator("#watched")).ToBeFocusedAsync();
        await Expect(page.Locator("#watched")).ToContainTextAsync("Joint investigation 50.");

        await host.SearchMarkAsync(Serial, Role.Registrar);
        await page.GotoAsync("/notices");
        var told = page.Locator(".notices li", new() { Has = page.Locator($"a[href='/firearms/{arm}']") });
        await Expect(told).ToContainTextAsync("Something happened to a watched arm");
        await page.GetByRole(AriaRole.Link, new() { Name = "Watched arms" }).ClickAsync();

        var watch = page.Locator("tr", new() { HasText = "Joint investigation 50." });
        await Expect(watch).ToContainTextAsync(Serial);
        await watch.Locator("summary").PressAsync("Enter");
        await watch.GetByRole(AriaRole.Button, new() { Name = "End the watch" }).ClickAsync();
        await watch.GetByLabel("Reason").RefusedAsync();
        await watch.GetByLabel("Reason").FillAsync("The investigation is closed.");
        await watch.GetByLabel("Reason").PressAsync("Enter");
        await Expect(watch).ToBeFocusedAsync();
        await Expect(watch).ToContainTextAsync("The investigation is closed.");
        await Expect(watch.Locator("summary")).ToHaveCountAsync(0);
        await watch.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("#watch > summary")).ToBeVisibleAsync();
        await ExpectSeenByAuditorAsync();
    }

    private async Task ExpectSeenByAuditorAsync()
    {
        var page = await host.NewPageAsync(Role.Auditor);
        await page.GotoAsync("/watches");
        var watch = page.Locator("tr", new() { HasText = "Joint investigation 50." });
        await Expect(watch).ToContainTextAsync("demo-investigator");
        await Expect(watch).ToContainTextAsync("ended");
    }
}
