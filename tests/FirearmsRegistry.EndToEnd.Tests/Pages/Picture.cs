using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Pictures of pages, looked at by people.</summary>
internal static class Picture
{
    /// <summary>Until the letters are there and what was laid out for the size of the picture is painted.</summary>
    private const string Painted =
        "() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))))";

    /// <summary>Takes the whole page as wide as it is shown.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="name">The picture's name without its end.</param>
    public static async Task TakeAsync(IPage page, string name)
    {
        var shown = page.ViewportSize!;
        // A browser that makes its surface larger for the picture alone may leave what it adds unpainted.
        await page.SetViewportSizeAsync(shown.Width, Math.Max(shown.Height, await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")));
        await page.EvaluateAsync(Painted);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PagesHost.Screenshots, name + ".png"), FullPage = true });
        await page.SetViewportSizeAsync(shown.Width, shown.Height);
    }
}
