using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>What a registrar types to register an arm.</summary>
internal static class RegisteringSteps
{
    /// <summary>A pistol of 2026 with a mark that is applied here.</summary>
    public static async Task FillRegistrationAsync(this IPage page, string mark, string serial)
    {
        await page.GetByLabel("Maker", new() { Exact = true }).FillAsync("Example Arms");
        await page.GetByLabel("Model", new() { Exact = true }).FillAsync("E9");
        await page.GetByLabel("Calibre", new() { Exact = true }).FillAsync("9 mm Luger");
        await page.GetByLabel("Country made in").SelectOptionAsync("ESP");
        await page.GetByLabel("Year made").FillAsync("2026");
        await page.GetByLabel("Mark, exactly as on the metal").FillAsync(mark);
        await page.GetByLabel("Serial number in it").FillAsync(serial);
        await page.GetByLabel("Where on the part").FillAsync("left side, above the trigger");
        await page.GetByLabel("Height, mm").FillAsync("2.0");
        await page.GetByLabel("Maker in the mark").FillAsync("EXAMPLE ARMS");
        await page.GetByLabel("Country in the mark").SelectOptionAsync("ESP");
        await page.GetByLabel("Depth, mm").FillAsync("0.12");
    }
}
