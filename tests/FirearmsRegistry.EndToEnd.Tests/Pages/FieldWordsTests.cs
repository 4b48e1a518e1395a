using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Fields speak the reader's language, whatever the browser's is: dates, files, and what is missing.</summary>
[Collection(InOneBrowser.Name)]
public sealed class FieldWordsTests(PagesHost host)
{
    [Fact]
    public async Task A_moment_is_typed_with_the_readers_digits_told_in_his_words_and_refused_beside_its_field()
    {
        var page = await host.NewPageAsync(Role.Auditor, "ar");
        await page.GotoAsync("/access-log");
        await Expect(page.Locator("#log-from-help")).ToBeVisibleAsync();
        await page.Locator("#log-from").FillAsync("٢٠٢٠-٠١-٠٢ ١٤:٣٠");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#log-from-read")).ToHaveTextAsync("2 كانون الثاني/يناير 2020، 14:30 UTC");

        await page.Locator("#log-to").FillAsync("بعد غد");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#log-to-errors")).ToBeVisibleAsync();
        await Expect(page.Locator("#log-to")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#log-to")).ToBeFocusedAsync();

        await page.Locator("#log-to").FillAsync("3 يناير 2020");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main .problem")).ToHaveCountAsync(0);
        await Expect(page.Locator("#log-to-read")).ToHaveTextAsync("3 كانون الثاني/يناير 2020، 00:00 UTC");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_moment_as_known_at_which_a_year_is_shown_is_read_from_words_and_one_that_cannot_be_read_leads_nowhere()
    {
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/figures/2020");
        await Expect(page.Locator("#year-known-help")).ToBeVisibleAsync();
        await page.Locator("#year-known").FillAsync("lately");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#year-known-unread")).ToBeVisibleAsync();
        await Expect(page.Locator("#year-known")).ToBeFocusedAsync();
        Assert.Equal("/figures/2020", new Uri(page.Url).PathAndQuery);

        await page.Locator("#year-known").FillAsync("2 January 2021, 10:00 UTC");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#year-known")).ToHaveValueAsync("2021-01-02 10:00");
        Assert.Equal("/figures/2020?known=2021-01-02T10%3A00%3A00Z", new Uri(page.Url).PathAndQuery);
    }

    [Fact]
    public async Task A_file_is_chosen_by_words_of_the_readers_with_the_keyboard_too_and_its_name_and_size_are_told()
    {
        var page = await host.NewPageAsync(Role.ContactPoint, "fr");
        await page.GotoAsync("/receive-request");
        await Expect(page.Locator("#carried-file-chosen")).ToHaveTextAsync("Aucun fichier choisi.");
        await Expect(page.GetByLabel("Le fichier signé Choisir un fichier")).ToHaveAttributeAsync("type", "file");

        await page.Locator("#carried-file").FocusAsync();
        Assert.Equal("solid", await page.Locator("label[for=carried-file] .choose").EvaluateAsync<string>("button => getComputedStyle(button).outlineStyle"));
        await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await page.RunAndWaitForFileChooserAsync(() => page.GetByText("Choisir un fichier").ClickAsync());

        await page.ChooseFileAsync("#carried-file", new FilePayload { Name = "réponse.jose", MimeType = "application/jose", Buffer = new byte[1_234] });
        await Expect(page.Locator("#carried-file-chosen")).ToHaveTextAsync("réponse.jose, 2 ko");
        await page.Locator("#carried-file").SetInputFilesAsync(Array.Empty<FilePayload>());
        await Expect(page.Locator("#carried-file-chosen")).ToHaveTextAsync("Aucun fichier choisi.");
    }

    [Fact]
    public async Task What_is_missing_is_told_by_the_page_and_not_by_the_browser()
    {
        var page = await host.NewPageAsync("es");
        await page.GotoAsync("/public/verify");
        await page.Locator("#paper").PressAsync("Enter");
        await Expect(page.Locator("#paper-refused")).ToBeVisibleAsync();

        await page.GotoAsync("/account/sign-in");
        await page.Locator("[name=password]").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal("es", await page.Locator("html").GetAttributeAsync("lang"));
    }
}
