using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;

/// <summary>An arm that a registrar follows through theft, recovery, loss and its end.</summary>
[Collection(InOneBrowser.Name)]
public sealed class LossAndDisposalStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_stolen_arm_is_not_passed_on_comes_back_is_lost_comes_back_and_is_destroyed_by_decision()
    {
        var arm = await host.ClientAs(Role.Registrar).RegisteredAndVerifiedAsync("LD50001");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync($"/firearms/{arm.Id}");
        await Expect(page.Locator(".timeline li").First).ToBeVisibleAsync();

        await ReportAsync(page, "stolen", "POL-7/2026");
        await RefuseTransferAsync(page);
        await page.GotoAsync($"/firearms/{arm.Id}");
        await RecoverAsync(page, "Found in a car at a traffic check.");
        await ReportAsync(page, "lost", "POL-9/2026");
        await RecoverAsync(page, "Handed in by a walker.");
        await DecideAsync(page);
        await CarryOutAsync(page);

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "What to record" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".timeline .what strong")).ToHaveTextAsync(
            ["Registered", "Mark recorded as found", "Mark verified", "Loss reported", "Recovered", "Loss reported", "Recovered", "Disposal authorised", "Disposal carried out"]);
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("Office of the court");
    }

    private static async Task ReportAsync(IPage page, string kind, string report)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Report lost or stolen" }).ClickAsync();
        await page.GetByLabel("What happened").SelectOptionAsync(kind);
        await page.GetByLabel("Report", new() { Exact = true }).EnterAsync(report);
        await Expect(page.Locator("h1 + .states .state")).ToHaveTextAsync(kind);
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync(report);
    }

    private static async Task RefuseTransferAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Transfer to another holder" }).ClickAsync();
        await page.GetByLabel("Kind of transfer").SelectOptionAsync("sale");
        await page.GetByLabel("Legal basis").EnterAsync("Licence 2026/1");
        await Expect(page.Locator(".problem")).ToContainTextAsync("The arm is reported missing. Record its recovery first.");
    }

    private static async Task RecoverAsync(IPage page, string circumstances)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "It came back" }).ClickAsync();
        await page.GetByLabel("How it came back").EnterAsync(circumstances);
        await Expect(page.Locator("h1 + .states .state")).ToHaveTextAsync("with its holder");
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync(circumstances);
    }

    private static async Task DecideAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Disposal", Exact = true }).ClickAsync();
        await page.GetByLabel("What becomes of it").SelectOptionAsync("destroyed");
        await page.GetByLabel("Decision", new() { Exact = true }).EnterAsync("DEC-2026/9");
        await Expect(page.Locator("h1 + .states .state")).ToHaveTextAsync("awaiting disposal");
        await Expect(page.Locator(".timeline li").Last).ToContainTextAsync("DEC-2026/9");
    }

    private static async Task CarryOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Disposal", Exact = true }).ClickAsync();
        await page.GetByLabel("How", new() { Exact = true }).FillAsync("melting");
        await page.GetByLabel("Witness", new() { Exact = true }).EnterAsync("Office of the court");
        await Expect(page.Locator("h1 + .states .state")).ToHaveTextAsync("destroyed");
    }
}
