using FirearmsRegistry.EndToEnd.Tests.Access;
using FirearmsRegistry.EndToEnd.Tests.Pages.Home;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;

/// <summary>People who sign in to the pages as they do in life.</summary>
internal static class SigningInPeople
{
    /// <summary>By name, password and code; the account is made by an administrator's link.</summary>
    public static async Task SignInAsync(this IPage page, PagesHost host, string name, string role)
    {
        await page.ChoosePasswordAsync("/account/link" + await host.LinkForAsync(name, role));
        await page.GotoAsync("/");
        await page.GivePasswordAsync(name);
        // Without a second factor the pages open to nobody: they lead to its page, and from there back.
        await page.SwitchOnAuthenticatorAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
        await page.CountedAsync();
    }

    /// <summary>Makes an account with a role; the fragment of its one-time link.</summary>
    public static async Task<string> LinkForAsync(this PagesHost host, string name, string role)
    {
        var administrator = host.ClientAs(Role.Administrator);
        var invited = (await administrator.PostAsync("/api/v1/users", new { userName = name })).Expect(201);
        var link = (await administrator.SendAsync(HttpMethod.Post, $"{invited.Location}/sign-in-links", null, _ => { })).Body!["link"]!.GetValue<string>();
        var version = (await administrator.GetAsync(invited.Location!)).Version;
        (await administrator.PostAsync($"{invited.Location}/role-grants", new { role }, version)).Expect(201);
        return new Uri(link).Fragment;
    }

    /// <summary>Opens a one-time link and chooses a password.</summary>
    public static async Task ChoosePasswordAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByLabel("New password").FillAsync(People.Password);
        await page.GetByLabel("The same again").FillAsync(People.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        // Whoever goes on before the answer came may have no password.
        await Expect(page.GetByLabel("Password", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Fills the sign-in page that is open.</summary>
    public static async Task GivePasswordAsync(this IPage page, string name, string password = People.Password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>Gives the code of the key that is shown, and is shown the recovery codes.</summary>
    public static async Task SwitchOnAuthenticatorAsync(this IPage page)
    {
        var key = await page.Locator("#key").TextContentAsync();
        await page.GetByLabel("Code that it shows now").FillAsync(Authenticator.CodeNow(key!));
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
    }
}
