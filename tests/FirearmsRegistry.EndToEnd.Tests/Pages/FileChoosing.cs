using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Choosing files.</summary>
internal static class FileChoosing
{
    /// <summary>Chooses a file in the field that the selector finds.</summary>
    public static Task ChooseFileAsync(this IPage page, string field, FilePayload file) => page.Locator(field).ChooseFileAsync(file);

    /// <summary>
    /// Chooses a file as soon as the page listens to the field, and waits until the page has it. People are slower than that; a file that is chosen
    /// before is chosen for nobody.
    /// </summary>
    public static async Task ChooseFileAsync(this ILocator field, FilePayload file)
    {
        var input = await field.ElementHandleAsync();
        await field.Page.WaitForFunctionAsync("field => field._blazorInputFileNextFileId !== undefined", input);
        var before = await input.GetAttributeAsync("data-taken");
        await input.SetInputFilesAsync(file);
        if (before is not null)
            await field.Page.WaitForFunctionAsync("([field, before]) => !field.isConnected || field.dataset.taken !== before", new object[] { input, before });
    }
}
