using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>An entry's life in a catalogue: added, corrected, withdrawn, taken in again.</summary>
[Collection(InOneBrowser.Name)]
public sealed class CatalogueStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_maker_is_added_corrected_withdrawn_and_taken_in_again()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/catalogues/makers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an entry" }).ClickAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("glock");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Armería Relato");
        await page.GetByLabel("Countries where it makes").FillAsync("ESP, FRA");
        await page.GetByLabel("makes arms", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Forms of its serials").FillAsync("A9{5}\nA 9{4}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a further name" }).PressAsync("Enter");
        await Expect(page.GetByLabel("Further name", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("Further name", new() { Exact = true }).FillAsync("Relato Eibar");
        await page.GetByLabel("What the name is").SelectOptionAsync("former_name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a company" }).PressAsync("Enter");
        await Expect(page.GetByLabel("It is", new() { Exact = true })).ToBeFocusedAsync();
        await page.GetByLabel("It is", new() { Exact = true }).SelectOptionAsync("importer_of");
        await page.GetByLabel("The other company").FillAsync("no_such_company");
        await page.GetByLabel("Where it comes from").FillAsync("Letter of the maker, 12 March 2026");
        await SendAsync(page, "Add an entry");
        await Expect(page.GetByLabel("Code", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("armeria_relato");
        await SendAsync(page, "Add an entry");
        await Expect(page.GetByLabel("The other company")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("The other company").FillAsync("glock");
        await SendAsync(page, "Add an entry");
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Armería Relato");

        await Expect(page.GetByLabel("Forms of its serials")).ToHaveValueAsync("A9{5}\nA 9{4}");
        await Expect(page.GetByLabel("Further name", new() { Exact = true })).ToHaveValueAsync("Relato Eibar");
        await Expect(page.GetByLabel("The other company")).ToHaveValueAsync("glock");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Armería Relato, S.A.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Company 1" }).ClickAsync();
        await Expect(page.GetByLabel("The other company")).ToHaveCountAsync(0);
        await page.Locator("[id^=correct-entry][id$=-reason]").FillAsync("The name changed with the company’s form.");
        await SendAsync(page, "Correct");
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Armería Relato, S.A.");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();

        await page.Locator("[id^=withdraw-entry][id$=-reason]").FillAsync("The same as another.");
        await SendAsync(page, "Withdraw");
        await Expect(page.GetByText("Withdrawn: look-ups pass over it.")).ToBeVisibleAsync();
        await page.GetByLabel("Where it comes from").FillAsync("Withdrawn by mistake.");
        await SendAsync(page, "Take the entry in again");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Correct", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Armería Relato, S.A.");
    }

    [Fact]
    public async Task A_model_and_a_cartridge_are_added_with_what_is_not_known_left_open()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/administering/catalogues/cartridges/entries/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("10,5 mm Relato");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("105_relato");
        await page.GetByLabel("Where it comes from").FillAsync("Looked at the cartridge.");
        await SendAsync(page, "Add an entry");
        await Expect(page.GetByLabel("Bore")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Bore").SelectOptionAsync("rifled");
        await SendAsync(page, "Add an entry");
        await Expect(page.Locator("main h1")).ToHaveTextAsync("10,5 mm Relato");

        await page.GotoAsync("/administering/catalogues/models/entries/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Relato 1");
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync("relato_1");
        await page.GetByLabel("Manufacturer").FillAsync("glock");
        await page.GetByLabel("Type", new() { Exact = true }).SelectOptionAsync("pistol");
        await page.GetByLabel("Cartridges it is made for").FillAsync("105_relato");
        await page.GetByLabel("First year of making").FillAsync("2024");
        await page.GetByLabel("Still made").CheckAsync();
        await page.GetByLabel("Where it comes from").FillAsync("Looked at the arm.");
        await SendAsync(page, "Add an entry");
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Relato 1");
        await Expect(page.GetByLabel("First year of making")).ToHaveValueAsync("2024");
        await Expect(page.GetByLabel("Still made")).ToBeCheckedAsync();
    }

    private static Task SendAsync(IPage page, string act) => page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
}
