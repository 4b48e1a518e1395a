using System.Security.Claims;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace FirearmsRegistry.Benchmarks.Paging;

/// <summary>Debian's Chromium, in which the demo's registrar is signed in, as if he had typed name, password and code.</summary>
internal sealed class SignedInBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private SignedInBrowser(IPlaywright playwright, IBrowser browser, IBrowserContext context) =>
        (_playwright, _browser, _context) = (playwright, browser, context);

    public static async Task<SignedInBrowser> StartAsync(RegistryServer server)
    {
        var playwright = await Playwright.CreateAsync();
        string[] sandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = [.. sandbox, "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-background-timer-throttling"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = server.Address.AbsoluteUri, Locale = "en" });
        await SignInAsync(server, context);
        return new SignedInBrowser(playwright, browser, context);
    }

    /// <summary>A page at an address, when its circuit stands.</summary>
    public async Task<IPage> OpenAsync(string address)
    {
        var page = await _context.NewPageAsync();
        await page.GotoAsync(address);
        await page.Locator("main h1").First.WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task SignInAsync(RegistryServer server, IBrowserContext context)
    {
        // The demo's people are made with their first token.
        await server.TokenAsync("registrar", CancellationToken.None);
        await using var scope = server.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<RegistryUser>>();
        var person = (await signIn.UserManager.FindByNameAsync("demo-registrar"))!;
        var principal = await signIn.CreateUserPrincipalAsync(person);
        var session = await scope.ServiceProvider.GetRequiredService<BrowserSessions>().BeginAsync(person.Id, "Chromium", CancellationToken.None);
        ((ClaimsIdentity)principal.Identity!).AddClaims(
            [new Claim(AccessClaims.AuthenticationMethod, "mfa"), new Claim(AccessClaims.Session, session.ToString("D"))]);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(4) }, IdentityConstants.ApplicationScheme);
        await context.AddCookiesAsync(
            [new Microsoft.Playwright.Cookie { Name = cookie.Cookie.Name!, Value = cookie.TicketDataFormat.Protect(ticket), Url = server.Address.AbsoluteUri }]);
    }
}
