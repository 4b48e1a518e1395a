using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>The mark policy is chosen on the server: the first steps say so and lead to where it is seen.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PolicyStoryTests(PagesHost host)
{
    [Fact]
    public async Task The_first_steps_promise_no_page_for_the_policy_and_show_the_one_in_force_in_words()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/first-steps");
        var step = page.Locator(".to-do li", new() { HasText = "Registry:MarkPolicy" });
        await Expect(step).ToContainTextAsync("not on a page");
        await Expect(step).Not.ToContainTextAsync("Do it now");

        await step.GetByRole(AriaRole.Link, new() { Name = "See what is in force" }).ClickAsync();

        await Expect(page.Locator("#policy-name")).ToHaveTextAsync("UN Firearms Protocol (2001), with the strictest minimum sizes");
        await page.Locator(".language select").SelectOptionAsync("es");
        await Expect(page.Locator("#policy-name")).ToContainTextAsync("Protocolo de las Naciones Unidas");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("un-protocol");
    }
}
