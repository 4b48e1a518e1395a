using System.Globalization;
using System.Security.Cryptography;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
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

    [Fact]
    public async Task An_administrator_renames_a_partner_and_says_how_it_is_reached_and_what_was_agreed_until_it_is_written_to_no_more()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync($"/partners/{await host.PartnerAsync("NOR")}");

        var describe = await OpenAsync(page, "describe");
        await Expect(describe.GetByLabel("Languages")).ToHaveValueAsync("pt, en");
        await describe.GetByLabel("Name of the authority").FillAsync("");
        await describe.Locator(".go").ClickAsync();
        await Expect(describe.GetByLabel("Name of the authority")).ToHaveAttributeAsync("aria-invalid", "true");
        await describe.GetByLabel("Name of the authority").FillAsync("National firearms centre, Oslo");
        await describe.Locator(".go").ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync("National firearms centre, Oslo");
        await Expect(page.Locator("#reach")).ToBeFocusedAsync();

        // The same act again begins with what stands, and is another one.
        describe = await OpenAsync(page, "describe");
        await Expect(describe.GetByLabel("Name of the authority")).ToHaveValueAsync("National firearms centre, Oslo");
        await describe.GetByLabel("Languages").FillAsync("nb, en");
        await describe.Locator(".go").ClickAsync();
        await Expect(page.Locator("#reach ~ dl")).ToContainTextAsync("nb, en");
        await Expect(page.Locator("#reach")).ToBeFocusedAsync();

        await SetChannelsAsync(page);
        await AgreeAsync(page);
        await SetSecretAsync(page);

        var deactivate = await OpenAsync(page, "deactivate");
        await deactivate.GetByLabel("Reason").FillAsync("Another authority took over.");
        await deactivate.Locator(".go").ClickAsync();
        await Expect(page.Locator(".states")).ToContainTextAsync("written to no more");
        await Expect(page.Locator("main")).ToContainTextAsync("Another authority took over.");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await Expect(page.Locator(".act")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_point_of_contact_sets_its_partners_clocks_and_holidays_and_nothing_else_of_them()
    {
        var partner = await host.PartnerAsync("DNK");
        var page = await host.NewPageAsync(Role.ContactPoint);
        await page.GotoAsync($"/partners/{partner}");
        await Expect(page.Locator("#clocks ~ .table-wrap tbody")).ToContainTextAsync("this registry’s own clock");

        var clock = await OpenAsync(page, "set-clock-routine");
        var count = clock.GetByRole(AriaRole.Group, new() { Name = "Counts as not replied to after" }).GetByLabel("How many");
        await Expect(count).ToHaveValueAsync("60");
        await count.FillAsync("10");
        await clock.Locator(".go").ClickAsync();
        await Expect(clock.GetByRole(AriaRole.Group, new() { Name = "Counts as not replied to after" }).Locator(".error")).ToHaveCountAsync(1);
        await count.FillAsync("90");
        await clock.Locator(".go").ClickAsync();
        await Expect(page.Locator("#clocks ~ .table-wrap tbody")).ToContainTextAsync("90 working days");
        await Expect(page.Locator("#clocks")).ToBeFocusedAsync();

        var calendar = await OpenAsync(page, "set-calendar");
        await calendar.GetByLabel("Time zone").FillAsync("Mars/Olympus");
        await calendar.GetByLabel("Friday").CheckAsync();
        await calendar.GetByLabel("Holidays").FillAsync("2026-12-25\n2026-05-17");
        await calendar.Locator(".go").ClickAsync();
        await Expect(calendar.GetByLabel("Time zone")).ToHaveAttributeAsync("aria-invalid", "true");
        await calendar.GetByLabel("Time zone").FillAsync("+01:00");
        await calendar.Locator(".go").ClickAsync();
        await Expect(page.GetByText("2 days")).ToBeVisibleAsync();
        await Expect(page.Locator("#clocks ~ dl")).ToContainTextAsync("Friday");

        Assert.Equal(0, await page.Locator("#describe, #set-channels, #agree-hash, #deactivate").CountAsync());
        var auditor = await host.NewPageAsync(Role.Auditor);
        await auditor.GotoAsync($"/partners/{partner}");
        await Expect(auditor.Locator("#clocks ~ .table-wrap tbody")).ToContainTextAsync("90 working days");
        await Expect(auditor.Locator(".act")).ToHaveCountAsync(0);
    }

    /// <summary>Rows are added and taken away by keyboard; what is refused of one stands beside it.</summary>
    private static async Task SetChannelsAsync(IPage page)
    {
        var channels = await OpenAsync(page, "set-channels");
        var add = channels.GetByRole(AriaRole.Button, new() { Name = "Add a way" });
        await add.PressAsync("Enter");
        await Expect(channels.GetByLabel("Kind of way")).ToBeFocusedAsync();
        await channels.GetByLabel("Address").FillAsync("to be taken away");
        await add.PressAsync("Enter");
        await Expect(channels.GetByLabel("Kind of way").Nth(1)).ToBeFocusedAsync();
        await channels.GetByLabel("Kind of way").Nth(1).SelectOptionAsync("registry");
        await channels.GetByLabel("Address").Nth(1).FillAsync("http://registry.example.no/");
        await channels.GetByRole(AriaRole.Button, new() { Name = "Remove Way 1" }).PressAsync("Enter");
        await Expect(channels.GetByLabel("Address")).ToHaveCountAsync(1);
        await Expect(channels.GetByLabel("Address")).ToHaveValueAsync("http://registry.example.no/");
        await Expect(add).ToBeFocusedAsync();
        await channels.GetByLabel("Use this way before others").CheckAsync();
        await channels.Locator(".go").ClickAsync();
        await Expect(channels.GetByLabel("Address")).ToHaveAttributeAsync("aria-invalid", "true");
        await channels.GetByLabel("Address").FillAsync("https://registry.example.no/");
        await channels.Locator(".go").ClickAsync();
        await Expect(page.Locator("#reach ~ dl")).ToContainTextAsync("https://registry.example.no/");
        await Expect(page.Locator("#reach ~ dl .chip")).ToHaveTextAsync("preferred");
        await Expect(page.Locator("#reach")).ToBeFocusedAsync();
    }

    private static async Task AgreeAsync(IPage page)
    {
        var hash = await OpenAsync(page, "agree-hash");
        await hash.Locator(".go").ClickAsync();
        await Expect(hash.Locator("[aria-invalid=true]")).ToHaveCountAsync(2);
        await hash.GetByLabel("Reference of the agreement").FillAsync("Memorandum 2026/9, annex B");
        await hash.GetByLabel("Marks a day").FillAsync("50");
        await hash.Locator(".go").ClickAsync();
        await Expect(page.Locator("#agreements ~ dl")).ToContainTextAsync("Memorandum 2026/9, annex B");
        await Expect(page.Locator("#agreements")).ToBeFocusedAsync();
        var end = await OpenAsync(page, "end-hash");
        await end.Locator(".go").ClickAsync();
        await Expect(page.Locator("#agreements ~ dl")).Not.ToContainTextAsync("annex B");
        await Expect(page.Locator("#end-hash")).ToHaveCountAsync(0);
        await Expect(page.Locator("#agreements")).ToBeFocusedAsync();

        var automatic = await OpenAsync(page, "agree-automatic");
        await automatic.GetByLabel("Reference of the agreement").FillAsync("Memorandum 2026/9, annex C");
        await automatic.Locator(".go").ClickAsync();
        await Expect(page.Locator("#agreements ~ dl")).ToContainTextAsync("annex C");
        await Expect(page.Locator("#agreements")).ToBeFocusedAsync();
    }

    private static async Task SetSecretAsync(IPage page)
    {
        var secret = await OpenAsync(page, "pair-secret");
        await secret.GetByLabel("Secret", new() { Exact = true }).FillAsync("0123");
        await secret.Locator(".go").ClickAsync();
        await Expect(secret.GetByLabel("Secret", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        var typed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await secret.GetByLabel("Secret", new() { Exact = true }).FillAsync(typed);
        await secret.Locator(".go").ClickAsync();
        await Expect(secret.Locator(".done")).ToContainTextAsync(Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(typed)))[..8]);
        Assert.DoesNotContain(typed, await page.EvaluateAsync<string>("JSON.stringify(sessionStorage)"), StringComparison.Ordinal);
    }

    private static async Task<ILocator> OpenAsync(IPage page, string act)
    {
        await page.Locator($"#{act} > summary").ClickAsync();
        return page.Locator($"#{act}");
    }

    private static string Pem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    private string Moment(int days) => host.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);
}
