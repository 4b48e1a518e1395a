using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>An arm that two authorities took in, and that is to count once.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SameArmStoryTests(PagesHost host)
{
    private readonly RegistryClient _investigator = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task An_item_is_linked_to_the_one_of_another_case_after_both_were_compared_and_the_link_is_withdrawn()
    {
        var first = await ItemAsync(await SeizureAsync("SAME-1/2026"), "SMA1001");
        var second = await ItemAsync(await SeizureAsync("SAME-2/2026"), "SMA1002");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(Page(second));
        await page.GetByRole(AriaRole.Link, new() { Name = "The same arm as another item" }).ClickAsync();

        await page.GetByLabel("The other item").FillAsync("same-1/2026");
        await page.GetByLabel("The other item").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Items of the seizure that was found" })).ToBeFocusedAsync();
        await page.Locator("tr", new() { HasText = "SMA1001" }).GetByRole(AriaRole.Button, new() { Name = "Compare" }).PressAsync("Enter");
        await Expect(page.Locator("#compared")).ToBeFocusedAsync();
        await Expect(page.Locator("tr", new() { HasText = "SMA1001" })).ToContainTextAsync("SMA1002");
        await Expect(page.Locator("tr", new() { HasText = "SAME-1/2026" })).ToContainTextAsync("SAME-2/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Link the items" }).ClickAsync();
        await page.Locator("main").GetByLabel("Why they are the same arm").RefusedAsync();
        await page.GetByLabel("Why they are the same arm").FillAsync("Handed from one authority to the other on 3 May.");
        await page.GetByLabel("Why they are the same arm").PressAsync("Enter");

        await Expect(page.Locator(".states .caution")).ToHaveTextAsync("counted as another item");
        await Expect(page.Locator($"#item-facts ~ dl a[href='{Page(first)}']")).ToBeVisibleAsync();
        Assert.Equal(first.Id.ToString(), (await _investigator.GetAsync(second.Location!)).Expect(200).Body!["duplicateOf"]!.GetValue<string>());
        await page.Locator("#unlink > summary").PressAsync("Enter");
        await page.Locator("#unlink").GetByLabel("Reason").FillAsync("Their barrels differ.");
        await page.Locator("#unlink").GetByLabel("Reason").PressAsync("Enter");
        await Expect(page.Locator(".states .caution")).ToHaveCountAsync(0);
        await Expect(page.Locator("#item-facts")).ToBeFocusedAsync();
        Assert.Null((await _investigator.GetAsync(second.Location!)).Expect(200).Body!["duplicateOf"]);
    }

    [Fact]
    public async Task The_other_item_is_found_by_its_number_and_one_that_others_are_linked_to_is_not_linked_on()
    {
        var seizure = await SeizureAsync("SAME-3/2026");
        var (counts, linked, other) = (await ItemAsync(seizure, "SMA2001"), await ItemAsync(seizure, "SMA2002"), await ItemAsync(seizure, "SMA2003"));
        (await _investigator.ActAsync(linked, "duplicates", new { itemId = counts.Id, reason = "Entered twice." })).Expect(200);
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(Page(counts) + "/duplicate");

        await Expect(page.Locator("tr", new() { HasText = "SMA2001" })).ToContainTextAsync("This item");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Compare" })).ToHaveCountAsync(1);
        await page.GetByLabel("The other item").FillAsync(Guid.CreateVersion7().ToString());
        await page.GetByLabel("The other item").PressAsync("Enter");
        await Expect(page.GetByText("No other item and no seizure on record has this number or reference.")).ToBeVisibleAsync();
        await page.GetByLabel("The other item").FillAsync(host.Address + Page(other)[1..]);
        await page.GetByLabel("The other item").PressAsync("Enter");
        await Expect(page.Locator("#compared")).ToBeFocusedAsync();
        await page.GetByLabel("Why they are the same arm").FillAsync("Entered three times.");
        await page.GetByLabel("Why they are the same arm").PressAsync("Enter");

        await Expect(page.Locator(".problem")).ToContainTextAsync("These items cannot be linked so.");
        await Expect(page.GetByText("Link those to the other item first")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose another item" }).ClickAsync();
        await Expect(page.GetByLabel("The other item")).ToBeFocusedAsync();
    }

    private async Task<Guid> SeizureAsync(string reference)
    {
        var request = SeizureCalls.Seizure("2021-05-14");
        request["circumstances"]!["caseReference"] = reference;
        return (await _investigator.PostAsync("/api/v1/seizures", request)).Expect(201).Id;
    }

    private Task<ApiAnswer> ItemAsync(Guid seizure, string serial) => _investigator.ItemAsync(seizure, SeizureCalls.Read(serial));

    private static string Page(ApiAnswer item) => item.Location!["/api/v1".Length..];
}
