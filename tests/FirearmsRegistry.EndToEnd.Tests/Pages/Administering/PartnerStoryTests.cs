using System.Globalization;
using System.Security.Cryptography;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>How another State becomes one that can be asked.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PartnerStoryTests(PagesHost host)
{
    [Fact]
    public async Task A_point_of_contact_and_its_checked_key_are_recorded_and_what_cannot_be_is_refused_beside_its_field()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/partners");
        var form = page.Locator("form[data-draft=register-partner]");
        await form.GetByLabel("State").SelectOptionAsync("SWE");
        await form.GetByLabel("Name of the authority").FillAsync("Firearms point of contact, Stockholm");
        await form.GetByLabel("Languages").FillAsync("Swedish");
        await form.Locator(".go").ClickAsync();
        await form.GetByLabel("Languages").RefusedAsync();
        await Expect(page.Locator("#register-partner-languages-errors li")).ToHaveCountAsync(1);
        await form.GetByLabel("Languages").FillAsync("sv, en");
        await form.Locator(".go").ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("Sweden");

        await page.Locator("summary", new() { HasText = "Make a key known" }).ClickAsync();
        await page.GetByLabel("Name of the key").FillAsync("swe-2026-1");
        await page.GetByLabel("Public key").FillAsync(Pem());
        await page.GetByLabel("From", new() { Exact = true }).FillAsync(Moment(0));
        await page.GetByLabel("Until", new() { Exact = true }).FillAsync(Moment(365));
        await page.GetByLabel("How it was checked").FillAsync("By telephone with the head of the point of contact");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key known" }).ClickAsync();

        await Expect(page.Locator("#keys ~ ul")).ToContainTextAsync("swe-2026-1");
    }

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private string Moment(int days) => host.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);
}
