using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>Signing in, in a browser: by a passkey, with recovery codes, in Arabic; and ending a session elsewhere.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SignInStoryTests(PagesHost host)
{
    /// <summary>Passkeys are tied to a name; an address of numbers can have none.</summary>
    private string Named => $"http://localhost:{host.Address.Port}";

    [Fact]
    public async Task A_person_adds_a_passkey_in_place_of_an_authenticator_signs_in_with_it_and_a_password_alone_no_longer_opens_the_pages()
    {
        var page = await host.NewPageAsync();
        await WithDeviceAsync(page);
        await ChoosePasswordAsync(page, "paula.passkey");
        await SignInAsync(page, "paula.passkey");
        await Expect(page.Locator("#key")).ToBeVisibleAsync();
        await LookAsync(page, "enrol-second-factor");
        await page.GetByLabel("What you call the device").FillAsync("Test device");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
        await page.GotoAsync(Named + "/account");
        await Expect(page.GetByText("Test device")).ToBeVisibleAsync();
        await LookAsync(page, "account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Signed out" })).ToBeVisibleAsync();

        await SignInAsync(page, "paula.passkey");
        await Expect(page.GetByText("a password alone is not enough")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();

        await page.GotoAsync(Named + "/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_sign_in_pages_speak_the_chosen_language_and_axe_finds_nothing_serious_on_them()
    {
        var page = await host.NewPageAsync();
        foreach (var (name, address) in new[] { ("sign-in", "/account/sign-in"), ("link", "/account/link") })
        {
            await page.GotoAsync(Named + address);
            await LookAsync(page, name);
        }

        await page.GotoAsync(Named + "/account/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "العربية" }).ClickAsync();
        await Expect(page.Locator("html[lang=ar][dir=rtl]")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("تسجيل الدخول");
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_a_session_that_is_ended_elsewhere_does_nothing_any_more()
    {
        var first = await host.NewPageAsync();
        await ChoosePasswordAsync(first, "rita.recovery");
        await SignInAsync(first, "rita.recovery");
        await first.SwitchOnAuthenticatorAsync();
        await Expect(first.Locator(".codes li")).ToHaveCountAsync(10);
        var code = await first.Locator(".codes li").First.TextContentAsync();
        await LookAsync(first, "recovery-codes", shownOnceIn: "en");
        await first.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();

        var second = await host.NewPageAsync();
        await SignInAsync(second, "rita.recovery");
        await Expect(second.GetByLabel("Code from the authenticator")).ToBeVisibleAsync();
        await LookAsync(second, "second-factor");
        await second.GetByLabel("Code from the authenticator").FillAsync(code!);
        await second.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();

        await first.GotoAsync(Named + "/account");
        var other = first.Locator(".list li").Filter(new() { HasNotText = "This browser" }).GetByRole(AriaRole.Button, new() { Name = "End", Exact = true });
        await other.ClickAsync();
        await Expect(other).ToHaveCountAsync(0);
        await second.GotoAsync(Named + "/");
        await Expect(second.GetByLabel("Password")).ToBeVisibleAsync();
        await first.GotoAsync(Named + "/");
        await Expect(first.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();

        await SignInAsync(second, "rita.recovery");
        await second.GetByLabel("Code from the authenticator").FillAsync(code!);
        await second.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("This code is not accepted");

        await first.Context.AddCookiesAsync([new Cookie { Name = "fr-language", Value = "ar", Url = Named }]);
        await first.GotoAsync(Named + "/account");
        await first.Locator("form[action='/account/recovery-codes'] button").ClickAsync();
        await Expect(first.Locator("html[lang=ar] .codes li")).ToHaveCountAsync(10);
        await LookAsync(first, "recovery-codes", shownOnceIn: "ar");
    }

    [Fact]
    public async Task An_unknown_address_shows_a_person_a_page_and_a_program_a_problem_document()
    {
        var page = await host.NewPageAsync();
        await page.GotoAsync("/no/such/page");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is no such page" })).ToBeVisibleAsync();

        foreach (var address in new[] { "/no/such/page", "/api/v1/no-such-thing" })
        {
            var answer = await host.ClientAs(Role.Registrar).GetAsync(address);
            Assert.Equal((404, "urn:firearms-registry:problem:not-found"), ((int)answer.Status, answer.Body!["type"]!.GetValue<string>()));
        }
    }

    /// <summary>A device with a fingerprint reader, as Chromium has one for tests.</summary>
    private static async Task WithDeviceAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task ChoosePasswordAsync(IPage page, string name) =>
        await page.ChoosePasswordAsync(Named + "/account/link" + await host.LinkForAsync(name, "registrar"));

    private async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync(Named + "/");
        await page.GivePasswordAsync(name);
    }

    /// <summary>Pictures and axe in English and Arabic, by day and by night; a page that is shown only once is looked at as it stands.</summary>
    private async Task LookAsync(IPage page, string name, string? shownOnceIn = null)
    {
        foreach (var (language, dark) in shownOnceIn is null ? [("ar", true), ("ar", false), ("en", true), ("en", false)] : new[] { (shownOnceIn, false) })
        {
            if (shownOnceIn is null)
            {
                await page.Context.AddCookiesAsync(
                    [new Cookie { Name = "fr-language", Value = language, Url = Named }, new Cookie { Name = "fr-theme", Value = dark ? "dark" : "light", Url = Named }]);
                await page.ReloadAsync();
            }

            if (!dark)
                await Picture.TakeAsync(page, $"{name}.{language}");
            Assert.Empty(await Axe.FindAsync(page));
        }

        Assert.Empty(await Fitting.FindAsync(page, shownOnceIn is null or "en" ? $"{name}.phone" : $"{name}.phone.{shownOnceIn}"));
    }
}
