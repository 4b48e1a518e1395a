using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Figures;

/// <summary>A count from elsewhere, taken over by itself and corrected with its reason.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SingleCountStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_count_is_taken_over_and_corrected_with_a_reason_and_its_first_value_stays()
    {
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/figures/2007");
        await page.GetByRole(AriaRole.Link, new() { Name = "Single counts" }).ClickAsync();
        await Expect(page.GetByText("None was taken over for this year.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
        await Expect(page.GetByLabel("Count of")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Count of").SelectOptionAsync("persons_arrested_or_suspected/total/total");
        await page.GetByLabel("Sex").SelectOptionAsync("female");
        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("17");
        await page.GetByLabel("Where it comes from").FillAsync("Ministry of the Interior, annual return 2007");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("persons arrested or suspected");

        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct the count" }).ClickAsync();
        await Expect(page.GetByLabel("Reason")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Reason").FillAsync("One return came late.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct the count" }).ClickAsync();
        await Expect(page.GetByLabel("Count", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct the count" }).ClickAsync();

        var history = page.Locator("table", new() { HasText = "All values" }).Locator("tbody tr");
        await Expect(history).ToHaveCountAsync(2);
        await Expect(history.Nth(0)).ToContainTextAsync("One return came late.");
        await Expect(history.Nth(1)).ToContainTextAsync("17");
        await Expect(page.Locator("#count-facts")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2007" }).ClickAsync();
        await Expect(page.Locator("table.counts tbody")).ToContainTextAsync("18");

        var registrar = await host.NewPageAsync(Role.Registrar);
        await registrar.GotoAsync("/figures/2007/counts");
        await Expect(registrar.Locator("table.counts tbody")).ToContainTextAsync("women");
        await Expect(registrar.Locator("form[data-draft]")).ToHaveCountAsync(0);
    }
}
