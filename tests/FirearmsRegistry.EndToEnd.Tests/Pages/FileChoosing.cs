using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Choosing files.</summary>
internal static class FileChoosing
{
    /// <summary>
    /// Chooses a file as soon as the page listens to the field. People are slower than that; a file that is chosen before is chosen for nobody.
    /// </summary>
    public static async Task ChooseFileAsync(this IPage page, string field, FilePayload file)
    {
        await page.WaitForFunctionAsync("field => document.querySelector(field)?._blazorInputFileNextFileId !== undefined", field);
        await page.Locator(field).SetInputFilesAsync(file);
    }
}
