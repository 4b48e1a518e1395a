using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>Opening acts, and sending them.</summary>
internal static class OpeningActs
{
    /// <summary>Opens an act, by keyboard, unless it stands open.</summary>
    public static async Task OpenAsync(this IPage page, string act)
    {
        if (await page.Locator($"#{act}").GetAttributeAsync("open") is null)
            await page.Locator($"#{act} > summary").PressAsync("Enter");
        await Expect(page.Locator($"#{act}[open]")).ToBeVisibleAsync();
    }
}
