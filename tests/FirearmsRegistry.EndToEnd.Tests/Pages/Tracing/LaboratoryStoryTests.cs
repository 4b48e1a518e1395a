using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What a laboratory read from marks that somebody had erased.</summary>
[Collection(InOneBrowser.Name)]
public sealed class LaboratoryStoryTests(PagesHost host)
{
    private readonly RegistryClient _investigator = host.ClientAs(Role.Investigator);

    [Fact]
    public async Task Marks_that_a_laboratory_read_stand_with_the_item_which_can_be_traced_then()
    {
        var item = await ErasedAsync();
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(Page(item));
        await Expect(page.Locator("#outcome ~ p")).ToContainTextAsync("erased or altered marking");

        var form = await OpenAsync(page);
        await form.GetByRole(AriaRole.Button, new() { Name = "Record the restoration" }).ClickAsync();
        await form.GetByLabel("What the laboratory read").RefusedAsync();
        await Expect(form.GetByLabel("What the laboratory read")).ToBeFocusedAsync();
        await FillAsync(form, "LAB30001");
        await form.GetByLabel("When").FillAsync("2999-01-01");
        await form.GetByLabel("When").PressAsync("Enter");
        await form.GetByLabel("When").RefusedAsync();
        await form.GetByLabel("When").FillAsync("2021-06-20");
        await form.GetByLabel("When").PressAsync("Enter");

        await Expect(page.Locator("#item-marks")).ToBeFocusedAsync();
        await Expect(page.Locator("#item-marks ~ ul li")).ToContainTextAsync("SPAIN LAB30001");
        await Expect(page.Locator("#item-marks ~ ul li")).ToContainTextAsync("chemical etching");
        await Expect(page.Locator("#outcome ~ p")).ToContainTextAsync("no tracing procedure initiated");
        var restored = (await _investigator.GetAsync(item.Location!)).Expect(200).Body!["restorations"]![0]!;
        Assert.Equal(("LAB30001", true, "LAB-2021-88"),
            (restored["serial"]!.GetValue<string>(), restored["namesExactlyThisArm"]!.GetValue<bool>(), restored["report"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_a_laboratory_read_on_an_arm_that_is_on_record_already_leads_to_both_side_by_side()
    {
        var known = await _investigator.ItemAsync(await _investigator.SeizureAsync("2021-03-01"), SeizureCalls.Read("LAB30002"));
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(Page(await ErasedAsync()));

        var form = await OpenAsync(page);
        await FillAsync(form, "LAB30002");
        await form.GetByLabel("When").FillAsync("2021-06-20");
        await form.GetByLabel("When").PressAsync("Enter");
        await Expect(form.Locator($"a[href='{Page(known)}']")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Link, new() { Name = "It is the same arm" }).ClickAsync();

        await Expect(page.Locator("#compared")).ToBeVisibleAsync();
        await Expect(page.Locator("tr", new() { HasText = "LAB30002" })).ToBeVisibleAsync();
        await page.GetByLabel("Why they are the same arm").FillAsync("The laboratory read its number.");
        await page.GetByLabel("Why they are the same arm").PressAsync("Enter");
        await Expect(page.Locator(".states .caution")).ToHaveTextAsync("counted as another item");
    }

    private async Task<ApiAnswer> ErasedAsync() => await _investigator.ItemAsync(await _investigator.SeizureAsync("2021-05-14"), SeizureCalls.Item("", "erased"));

    private static async Task<ILocator> OpenAsync(IPage page)
    {
        await page.Locator("#restore > summary").PressAsync("Enter");
        return page.Locator("#restore");
    }

    private static async Task FillAsync(ILocator form, string serial)
    {
        await form.GetByLabel("What the laboratory read").FillAsync($"SPAIN {serial}");
        await form.GetByLabel("Serial number").FillAsync(serial);
        await form.GetByLabel("The marks tell this arm from all others").CheckAsync();
        await form.GetByLabel("Method").SelectOptionAsync("etching");
        await form.GetByLabel("The examination changed the metal").CheckAsync();
        await form.GetByLabel("Report").FillAsync("LAB-2021-88");
    }

    private static string Page(ApiAnswer item) => item.Location!["/api/v1".Length..];
}
