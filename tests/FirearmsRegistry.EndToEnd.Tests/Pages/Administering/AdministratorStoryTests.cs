using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>An administrator's work: a person is invited, gets a role and a link, and is at work with a second factor.</summary>
[Collection(InOneBrowser.Name)]
public sealed class AdministratorStoryTests(PagesHost host)
{
    [Fact]
    public async Task An_administrator_invites_a_person_who_sets_up_a_second_factor_and_signs_in_to_his_own_pages()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/users");
        await page.GetByLabel("Name to sign in with").FillAsync("Not A Name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.GetByLabel("Name to sign in with").RefusedAsync();
        await page.GetByLabel("Name to sign in with").FillAsync("olga.operator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("olga.operator");
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("registrar");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take away registrar" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = new Uri((await page.Locator("#issued-link").TextContentAsync())!.Trim());

        var person = await host.NewPageAsync();
        await person.ChoosePasswordAsync("/account/link" + link.Fragment);
        await person.GotoAsync("/");
        await person.GivePasswordAsync("olga.operator");
        await person.SwitchOnAuthenticatorAsync();
        await person.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await Expect(person.GetByRole(AriaRole.Link, new() { Name = "Register and mark an arm" }).First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take away registrar" }).ClickAsync();
        await Expect(page.GetByText("No role yet")).ToBeVisibleAsync();
        await person.GotoAsync("/firearms/register");
        Assert.Equal("/not-allowed", new Uri(person.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_table_is_shown_before_it_is_taken_over_and_a_correction_keeps_the_original()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/catalogues/actions");
        await page.Locator("tbody a").First.ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Corrected by a test");
        await page.Locator("[id^=correct-entry][id$=-reason]").FillAsync("The test says so.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Corrected by a test");
        await Expect(page.GetByText("As it came with the system")).ToBeVisibleAsync();

        await page.GotoAsync("/administering/catalogues/actions");
        await page.ChooseFileAsync("#import-file", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = "no,such\ncolumns,here\n"u8.ToArray() });
        await Expect(page.Locator(".problem")).ToBeVisibleAsync();
    }
}
