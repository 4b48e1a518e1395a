using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Pages.Parties;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>What a registrar records of an arm after its registration.</summary>
[Collection(InOneBrowser.Name)]
public sealed class RegistrarActsTests(PagesHost host)
{
    [Fact]
    public async Task A_registrar_transfers_an_arm_to_a_holder_found_by_name_corrects_it_and_reads_both_in_its_life_in_another_language()
    {
        var registrar = host.ClientAs(Role.Registrar);
        (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration("Zulema Quintero"))).Expect(201);
        var arm = await registrar.RegisteredAndVerifiedAsync("TR50001");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/firearms/{arm.Id}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Transfer to another holder" }).ClickAsync();
        await page.GetByLabel("Kind of transfer").SelectOptionAsync("sale");
        await page.ChoosePartyAsync("To", "Zulema Quintero", "REG-9/2026");
        await page.GetByLabel("Legal basis").FillAsync("Licence 2026/4711");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the transfer" }).ClickAsync();
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("Licence 2026/4711");
        await Expect(page.Locator(".facts").First.GetByRole(AriaRole.Link, new() { Name = "Zulema Quintero" })).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline li").Last.GetByRole(AriaRole.Link, new() { Name = "Zulema Quintero" })).ToBeVisibleAsync();
        await ExpectNoNamesAsync(await host.NewPageAsync(Role.MarkingOperator), arm.Id);

        await page.GetByRole(AriaRole.Link, new() { Name = "Correct an entry" }).ClickAsync();
        await Expect(page.GetByText("On record: \u2068E9")).ToBeVisibleAsync();
        await page.GetByLabel("Model", new() { Exact = true }).FillAsync("E9 Compact");
        await page.GetByLabel("Why it was wrong").FillAsync("The model was misread.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the correction" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("E9 Compact");
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("The model was misread.");
        await page.GetByLabel("Language").SelectOptionAsync("es");
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("Motivo: The model was misread.");
    }

    [Fact]
    public async Task An_arm_that_looks_like_another_is_compared_side_by_side_and_registered_with_a_reason()
    {
        var first = await host.ClientAs(Role.Registrar).RegisteredAsync("LK60001");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/firearms/{first.Id}");
        await Expect(page.Locator(".facts")).ToBeVisibleAsync();
        await page.GotoAsync("/firearms/register");
        await SendLikeAsync(page, first);

        await Expect(page.Locator(".look-alikes td.same").First).ToBeVisibleAsync();
        await page.Locator("form.panel .problem").RefusedAsync();
        await page.GetByLabel("Why this is another arm").EnterAsync("Both arms lie on the table.");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registered" })).ToBeVisibleAsync();
        var flagged = (await host.ClientAs(Role.Registrar).GetAsync($"/api/v1/firearms/{first.Id}")).Expect(200);
        Assert.True(flagged.Body!["nationalNumberNeeded"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_lost_connection_says_so_and_what_was_typed_is_there_when_it_is_back()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync(address => address.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        await page.GotoAsync("/parties/register");
        await page.GetByLabel("Full name").FillAsync("Typed before");
        await page.Context.SetOfflineAsync(true);
        foreach (var socket in sockets.ToList())
            await socket.CloseAsync();

        await Expect(page.GetByText("The connection is lost.")).ToBeVisibleAsync();
        await page.GetByLabel("Given names").FillAsync("Typed meanwhile");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();

        await Expect(page.GetByLabel("Full name")).ToHaveValueAsync("Typed before");
        await Expect(page.GetByLabel("Given names")).ToHaveValueAsync("Typed meanwhile");
    }

    /// <summary>Who may not read parties sees that there is one, and neither its name nor its number.</summary>
    private static async Task ExpectNoNamesAsync(IPage page, Guid arm)
    {
        await page.GotoAsync($"/firearms/{arm}");
        await Expect(page.Locator(".facts").First).ToContainTextAsync("a party in the register");
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("party in the register");
        await Expect(page.Locator("main a[href^='/parties/']")).ToHaveCountAsync(0);
    }

    private static async Task SendLikeAsync(IPage page, Hosting.ApiAnswer first)
    {
        var description = first.Body!["description"]!;
        await page.GetByLabel("Maker", new() { Exact = true }).FillAsync(description["maker"]!["value"]!.GetValue<string>());
        await page.GetByLabel("Model", new() { Exact = true }).FillAsync(description["model"]!["value"]!.GetValue<string>());
        await page.GetByLabel("Country made in").SelectOptionAsync(description["manufactureCountry"]!["value"]!.GetValue<string>());
        await page.GetByLabel("Mark, exactly as on the metal").FillAsync("EXAMPLE ARMS SPAIN LK60001");
        await page.GetByLabel("Serial number in it").FillAsync("LK60001");
        await page.GetByLabel("Applied here now").UncheckAsync();
        await page.GetByLabel("Where on the part").EnterAsync("left side");
    }
}
