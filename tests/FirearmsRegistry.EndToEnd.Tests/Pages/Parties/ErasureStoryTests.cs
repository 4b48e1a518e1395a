using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Parties;

/// <summary>A registrar erases a person's data because the law demands it.</summary>
[Collection(InOneBrowser.Name)]
public sealed class ErasureStoryTests(PagesHost host)
{
    [Fact]
    public async Task Personal_data_are_erased_at_the_second_press_with_a_legal_basis_and_what_remains_is_told()
    {
        var party = (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration("Edgar Eraseme"))).Expect(201);
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/parties/{party.Id}");
        await LookedAt.GiveCaseAsync(page, ".timeline li");
        await page.GetByRole(AriaRole.Link, new() { Name = "Erase personal data" }).ClickAsync();
        await Expect(page.GetByText("This cannot be undone")).ToBeVisibleAsync();
        await Expect(page.GetByText("Edgar Eraseme").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase …" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase for good" }).ClickAsync();
        await page.GetByLabel("Legal basis").RefusedAsync();

        await page.GetByLabel("Legal basis").FillAsync("Data Protection Act, section 17");
        await page.GetByLabel("Reason").FillAsync("Order of the authority, file 9.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase …" }).ClickAsync();
        await Expect(page.GetByText("Press once more")).ToBeVisibleAsync();
        Assert.False(await host.ScalarAsync<bool>("select erased_at is not null from registry.party where party_id = $1", party.Id));
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase for good" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The personal data are erased" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Every record of firearms")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = party.Id.ToString() }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("personal data lawfully erased");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Data Protection Act, section 17");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Edgar Eraseme");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Erase personal data" })).ToHaveCountAsync(0);
    }
}
