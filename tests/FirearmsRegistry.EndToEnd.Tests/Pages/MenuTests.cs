using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>The menu shows where somebody is: in one entry, also when a link leads on.</summary>
[Collection(InOneBrowser.Name)]
public sealed class MenuTests(PagesHost host)
{
    [Fact]
    public async Task One_entry_is_the_current_one_and_it_changes_with_the_page()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        await ExpectPlaceAsync(page, "/parties/register");

        await page.Locator(".menu a[href='/parties']").ClickAsync();
        await ExpectPlaceAsync(page, "/parties");

        await page.GotoAsync($"/stations/{Guid.CreateVersion7()}/log-conflicts/1");
        await ExpectPlaceAsync(page, "/log-conflicts");
    }

    private static async Task ExpectPlaceAsync(IPage page, string address)
    {
        await Expect(page.Locator(".menu [aria-current]")).ToHaveCountAsync(1);
        await Expect(page.Locator(".menu [aria-current]")).ToHaveAttributeAsync("href", address);
        await Expect(page.Locator(".menu a.active")).ToHaveAttributeAsync("href", address);
    }
}
