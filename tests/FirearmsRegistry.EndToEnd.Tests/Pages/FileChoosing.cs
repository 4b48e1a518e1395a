using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Choosing files.</summary>
internal static class FileChoosing
{
    /// <summary>
    /// Chooses a file as soon as the page listens to the field, and waits until the page has it. People are slower than that; a file that is chosen
    /// before is chosen for nobody.
    /// </summary>
    public static async Task ChooseFileAsync(this IPage page, string field, FilePayload file)
    {
        await page.WaitForFunctionAsync("field => document.querySelector(field)?._blazorInputFileNextFileId !== undefined", field);
        var before = await page.Locator(field).GetAttributeAsync("data-taken");
        await page.Locator(field).SetInputFilesAsync(file);
        if (before is not null)
            await page.WaitForFunctionAsync("([field, before]) => document.querySelector(field)?.dataset.taken !== before", new[] { field, before });
    }
}
