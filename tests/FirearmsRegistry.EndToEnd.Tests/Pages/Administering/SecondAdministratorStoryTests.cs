using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>Two administrators: what one asks for counts when the other agrees. It ends with one, as it began.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SecondAdministratorStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_role_waits_for_the_second_administrator_and_so_does_the_removal_of_an_administrator()
    {
        var second = await host.NewPageAsync();
        await second.SignInAsync(host, "bella.second", "administrator");
        var first = await host.NewPageAsync(Role.Administrator);
        await first.GotoAsync("/administering/users");
        await first.GetByLabel("Name to sign in with").FillAsync("carl.registrar");
        await first.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("carl.registrar");
        await first.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("registrar");
        await first.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        await Expect(first.GetByText("Another administrator must agree.")).ToBeVisibleAsync();
        await Expect(first.GetByRole(AriaRole.Button, new() { Name = "Agree" })).ToHaveCountAsync(0);

        await second.GotoAsync("/administering/users");
        var waiting = second.Locator("section[aria-labelledby=waiting-for-me]");
        await Expect(waiting).ToContainTextAsync("registrar");
        await waiting.GetByRole(AriaRole.Link, new() { Name = "carl.registrar" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Agree" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Button, new() { Name = "Take away registrar" })).ToBeVisibleAsync();

        await first.GotoAsync("/administering/users");
        await Expect(first.Locator("section[aria-labelledby=waiting-for-me]")).ToHaveCountAsync(0);
        await first.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "bella.second" }).ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Take away administrator" }).ClickAsync();
        await Expect(first.GetByText("Another administrator must agree.")).ToBeVisibleAsync();

        // The one concerned may be the second of the two.
        await second.GotoAsync("/administering/users");
        await second.Locator("section[aria-labelledby=waiting-for-me]").GetByRole(AriaRole.Link, new() { Name = "bella.second" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(second.GetByText("No role yet")).ToBeVisibleAsync();
        await second.GotoAsync("/administering/users");
        Assert.Equal("/not-allowed", new Uri(second.Url).AbsolutePath);
    }
}
