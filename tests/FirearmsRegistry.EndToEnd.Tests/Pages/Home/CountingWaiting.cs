using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Home;

/// <summary>The first page, whose numbers come one by one.</summary>
internal static class CountingWaiting
{
    /// <summary>Waits until all that waits is counted: each number that comes moves the others.</summary>
    public static Task CountedAsync(this IPage page) => Expect(page.Locator("#waiting[aria-busy=false]")).ToHaveCountAsync(1);
}
