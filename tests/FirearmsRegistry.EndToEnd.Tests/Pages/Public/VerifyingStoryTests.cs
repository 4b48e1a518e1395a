using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Public;

/// <summary>Somebody who holds a paper of the registry and a browser that runs no script.</summary>
[Collection(InOneBrowser.Name)]
public sealed class VerifyingStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_certificate_is_verified_and_one_whose_number_was_tampered_with_is_not_without_any_script()
    {
        var registrar = host.ClientAs(Role.Registrar);
        var arm = await registrar.RegisteredAndVerifiedAsync("VP50001");
        var paper = (await registrar.PostAsync($"/api/v1/firearms/{arm.Id}/certificates", new JsonObject())).Expect(201).Id.ToString("N");
        var page = await host.NewPageWithoutScriptsAsync();
        await page.GotoAsync("/public/figures");
        await page.GetByRole(AriaRole.Link, new() { Name = "Verify a certificate" }).First.ClickAsync();

        await VerifyAsync(page, paper);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Valid");
        await Expect(page.Locator("p[lang=ar]")).ToHaveTextAsync("صالح");

        await page.GotoAsync("/public/verify");
        await VerifyAsync(page, (paper[0] == 'f' ? 'e' : 'f') + paper[1..]);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Not valid");

        await page.GotoAsync("/public/verify");
        await VerifyAsync(page, $"{host.Address}verify-report/{paper}");
        await Expect(page).ToHaveTitleAsync("Firearm trace report");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Not valid");

        await page.GotoAsync("/public/verify");
        await VerifyAsync(page, paper[..^1]);
        await Expect(page.GetByLabel("Number of the certificate")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not the number of a certificate");
    }

    private static async Task VerifyAsync(IPage page, string paper)
    {
        await page.GetByLabel("Number of the certificate").FillAsync(paper);
        await page.GetByLabel("Number of the certificate").PressAsync("Enter");
    }
}
