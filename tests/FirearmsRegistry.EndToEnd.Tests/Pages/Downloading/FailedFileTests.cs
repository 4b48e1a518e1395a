using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Downloading;

/// <summary>Files that are refused to a person in a browser.</summary>
[Collection(InOneBrowser.Name)]
public sealed class FailedFileTests(PagesHost host)
{
    private const string Refused = "/files/exportYearTables?year=2020&keptAs=tables.xlsx&backTo=%2Fnotices";

    [Fact]
    public async Task A_refused_file_leads_to_a_page_in_the_readers_language_and_back()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/notices");
        await page.GotoAsync(Refused);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The file could not be fetched" })).ToBeVisibleAsync();
        await Expect(page.Locator("body")).Not.ToContainTextAsync("urn:");
        await Expect(page.Locator("header")).ToContainTextAsync("demo-registrar");
        await Expect(page.Locator("header")).Not.ToContainTextAsync("Sign in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the page" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Inbox" })).ToBeVisibleAsync();

        var arabic = await host.NewPageAsync(Role.Administrator, "ar");
        await arabic.GotoAsync(Refused);
        await Expect(arabic.Locator("html[lang=ar][dir=rtl]")).ToBeVisibleAsync();
        await Expect(arabic.Locator(".problem")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_leads_back_to_nothing_but_a_page_of_this_server()
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync("/file-failed?problem=not-allowed&backTo=%2F%2Felsewhere.example%2F");
        await Expect(page.Locator("main a")).ToHaveAttributeAsync("href", "/");
    }
}
