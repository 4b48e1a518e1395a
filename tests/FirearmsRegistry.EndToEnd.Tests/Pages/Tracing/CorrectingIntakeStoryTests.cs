using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;

/// <summary>What was recorded wrongly of a seizure and its items.</summary>
[Collection(InOneBrowser.Name)]
public sealed class CorrectingIntakeStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_wrong_intake_is_put_right_with_a_reason_and_all_else_stays_as_it_was()
    {
        var investigator = host.ClientAs(Role.Investigator);
        var seizure = await investigator.SeizureAsync("2021-02-03");
        var place = $"/seizures/{seizure}/items/{(await investigator.ItemAsync(seizure, SeizureCalls.Item("CRT1001"))).Id}";
        async Task<JsonNode> ItemAsync() => (await investigator.GetAsync("/api/v1" + place)).Expect(200).Body!["item"]!;
        var before = await ItemAsync();
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(place);
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct what was recorded" }).ClickAsync();

        var model = page.GetByLabel("Model", new() { Exact = true });
        await Expect(model).ToHaveValueAsync(before["model"]!["value"]!.GetValue<string>());
        await model.FillAsync("E9 Compact");
        await page.GetByLabel("Reason", new() { Exact = true }).FillAsync("The slide says so.");
        await page.GetByLabel("Reason", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.Locator("main h1")).ToContainTextAsync("E9 Compact");

        var after = await ItemAsync();
        Assert.Equal("E9 Compact", after["model"]!["value"]!.GetValue<string>());
        after["model"] = before["model"]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task Circumstances_are_put_right_with_a_reason_and_all_else_stays_as_it_was()
    {
        var investigator = host.ClientAs(Role.Investigator);
        var place = $"/seizures/{await investigator.SeizureAsync("2021-02-03")}";
        async Task<JsonNode> CircumstancesAsync() => (await investigator.GetAsync("/api/v1" + place)).Expect(200).Body!["circumstances"]!;
        var before = await CircumstancesAsync();
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync(place);
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct the circumstances" }).ClickAsync();

        var town = page.GetByLabel("Place", new() { Exact = true });
        await Expect(town).ToHaveValueAsync(before["place"]!.GetValue<string>());
        await town.FillAsync("Port of Motril");
        await page.GetByLabel("Reason", new() { Exact = true }).FillAsync("The report of the port says so.");
        await page.GetByLabel("Reason", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.Locator("main h1")).ToContainTextAsync("Port of Motril");

        var after = await CircumstancesAsync();
        after["place"] = before["place"]!.DeepClone();
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }
}
