using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Home;

/// <summary>The first page says what waits for whoever opens it.</summary>
[Collection(InOneBrowser.Name)]
public sealed class WaitingStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_registrar_sees_how_many_arms_look_alike_and_is_led_to_them_and_who_has_nothing_to_do_is_told_so()
    {
        var registrar = host.ClientAs(Role.Registrar);
        await registrar.RegisteredAsync("HW70001");
        var alike = FirearmRequests.Register("HW70001");
        alike["confirmedDistinct"] = "Both lie on the table.";
        (await registrar.PostAsync("/api/v1/firearms", alike)).Expect(201);
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/");
        await page.CountedAsync();

        await page.Locator(".waiting").GetByRole(AriaRole.Link, new() { Name = "Arms that look alike and need a number" }).ClickAsync();

        await Expect(page.Locator("tbody tr", new() { HasText = "HW70001" })).ToHaveCountAsync(2);

        var idle = await host.NewPageAsync(Role.Administrator);
        await idle.GotoAsync("/");
        await Expect(idle.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
    }
}
