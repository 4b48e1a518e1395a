using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Waiting for the focus where the page brings it by itself: what is done before may be done to the page that is left, or lose the focus in its middle.</summary>
internal static class PageFocus
{
    /// <summary>Waits until a page that was opened has the focus where its work begins, as FocusOnArrival brings it there.</summary>
    public static Task ArrivedAsync(this IPage page) => Expect(page.Locator("main [autofocus], main:not(:has([autofocus])) h1").First).ToBeFocusedAsync();

    /// <summary>Waits until something is refused in a form and the form is there for another try: at the last the focus comes to what is refused.</summary>
    /// <param name="refused">The field, or the problem where none is beside a field.</param>
    public static Task RefusedAsync(this ILocator refused) =>
        Expect(refused.And(refused.Page.Locator("form:not([aria-busy]) :is([aria-invalid=true], .problem)"))).ToBeFocusedAsync();

    /// <summary>Types a text and presses Enter in its field.</summary>
    public static async Task EnterAsync(this ILocator field, string text)
    {
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }
}
