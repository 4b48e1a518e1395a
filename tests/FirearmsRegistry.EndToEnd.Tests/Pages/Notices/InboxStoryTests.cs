using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Notices;

/// <summary>What comes into an inbox that stands open.</summary>
[Collection(InOneBrowser.Name)]
public sealed class InboxStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_notice_comes_while_the_inbox_stands_open_is_marked_as_read_in_its_place_and_leads_to_its_record()
    {
        var (earlier, later) = (await host.StolenAsync("IN50001"), await host.StolenAsync("IN50002"));
        await host.SearchMarkAsync("IN50001");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync("/notices");
        await Expect(About(page, earlier)).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { window.loadedOnce = true; }");

        await host.SearchMarkAsync("IN50002");
        await Expect(page.Locator(".notices li").First.Locator($"a[href='/firearms/{later}']")).ToBeVisibleAsync();
        await Expect(About(page, later)).ToContainTextAsync("somebody searched by its mark");
        await Expect(About(page, earlier)).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("() => window.loadedOnce === true"));

        await About(page, later).GetByRole(AriaRole.Button, new() { Name = "Mark as read" }).ClickAsync();
        await Expect(page.Locator(".notices li").First).Not.ToHaveClassAsync("panel unread");
        await Expect(About(page, later).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Equal(1L, await host.ScalarAsync<long>(
            "select count(*) from registry.notice_reading r join registry.notice n using (notice_id) where n.resource_path = $1", $"/api/v1/firearms/{later}"));

        await About(page, later).GetByRole(AriaRole.Link, new() { Name = "Open the record" }).ClickAsync();
        await Expect(page.Locator("h1 + .states .state")).ToHaveTextAsync("stolen");
    }

    private static ILocator About(IPage page, Guid arm) =>
        page.Locator(".notices li", new() { Has = page.Locator($"a[href='/firearms/{arm}']") });
}
