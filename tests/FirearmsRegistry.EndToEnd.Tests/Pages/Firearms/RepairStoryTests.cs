using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>What was wrong is told with what was seen and what would be right, and is put right by one click, or corrected with the original kept.</summary>
[Collection(InOneBrowser.Name)]
public sealed class RepairStoryTests(PagesHost host)
{
    private const string Antique = "#register-firearm-description-antique";

    [Fact]
    public async Task A_refused_registration_is_repaired_by_one_click_and_taken()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.FillRegistrationAsync("EXAMPLE ARMS ESP RP50001", "RP50001");
        await page.Locator(Antique).CheckAsync();
        await page.Locator("form.panel .go").ClickAsync();
        await page.Locator(Antique).RefusedAsync();
        await Expect(page.Locator(Antique + "-errors")).ToContainTextAsync("Seen: yes");
        await Expect(page.Locator(Antique + "-errors .source")).ToContainTextAsync("Firearms Protocol, art. 3(a)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Use no" }).ClickAsync();
        await Expect(page.Locator(Antique)).Not.ToBeCheckedAsync();
        await page.Locator("form.panel .go").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registered" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_transfer_from_somebody_else_than_the_holder_on_record_is_repaired_by_one_click_and_taken()
    {
        var (holder, other, buyer) = (await PartyAsync("Hilda Holder"), await PartyAsync("Otto Other"), await PartyAsync("Bruno Buyer"));
        var page = await host.NewPageAsync(Role.Registrar);
        var arm = await HeldAsync("RP50002", holder);
        await page.GotoAsync($"/firearms/{arm}/transfer");
        var from = page.Locator($"#transfer-{arm}-from");
        await Expect(from).ToHaveValueAsync(holder.ToString());
        await page.GetByLabel("Kind of transfer").SelectOptionAsync("sale");
        await from.FillAsync(other.ToString());
        await page.Locator($"#transfer-{arm}-to").FillAsync(buyer.ToString());
        await page.GetByLabel("Legal basis").EnterAsync("Licence 2026/2");

        await from.RefusedAsync();
        await Expect(page.Locator($"#transfer-{arm}-from-errors")).ToContainTextAsync($"Seen: {other}");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Use {holder}" }).ClickAsync();
        await Expect(from).ToHaveValueAsync(holder.ToString());
        await page.Locator("form.panel .go").PressAsync("Enter");

        await Expect(page.Locator($".facts a[href='/parties/{buyer}']")).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("Licence 2026/2");
    }

    [Fact]
    public async Task A_mark_that_was_read_otherwise_is_never_put_right_by_a_click()
    {
        var arm = await host.ClientAs(Role.Registrar).RegisteredAsync("RP50003");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/firearms/{arm.Id}");
        await Expect(page.Locator(".timeline li").First).ToBeVisibleAsync();
        await page.GetByText("Read it back").ClickAsync();
        await page.GetByLabel("What you read on the metal").EnterAsync("EXAMPLE ARMS SPAIN RP5OO03");

        await Expect(page.GetByLabel("What you read on the metal")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator(".mark-acts .errors")).ToContainTextAsync("it differs at positions 23, 24.");
        await Expect(page.Locator(".mark-acts .errors button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_corrected_registration_shows_what_stood_before_beside_what_stands_and_why()
    {
        var arm = await host.ClientAs(Role.Registrar).RegisteredAndVerifiedAsync("RP50004");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/firearms/{arm.Id}/correction");
        await page.GetByRole(AriaRole.Radio, new() { Name = "How it came in" }).CheckAsync();
        await Expect(page.GetByText("On record: \u20681 March 2020")).ToBeVisibleAsync();
        await page.GetByLabel("When", new() { Exact = true }).FillAsync("2020-02-27");
        await page.GetByLabel("Why it was wrong").EnterAsync("The delivery note says so.");

        var life = page.Locator(".timeline li").Last;
        await Expect(life).ToContainTextAsync("Was: ");
        foreach (var told in new[] { "1 March 2020", "27 February 2020", "The delivery note says so." })
            await Expect(life).ToContainTextAsync(told);
        await Expect(page.Locator(".facts")).ToContainTextAsync("27 February 2020");
    }

    private async Task<Guid> PartyAsync(string name) =>
        (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration(name))).Expect(201).Id;

    private async Task<Guid> HeldAsync(string serial, Guid holder)
    {
        var registrar = host.ClientAs(Role.Registrar);
        var arm = await registrar.RegisteredAndVerifiedAsync(serial);
        (await registrar.PostAsync($"/api/v1/firearms/{arm.Id}/transfers", FirearmRequests.Sale(FirearmRequests.Unknown(), FirearmRequests.Known(holder)), arm.Version))
            .Expect(201);
        return arm.Id;
    }
}
