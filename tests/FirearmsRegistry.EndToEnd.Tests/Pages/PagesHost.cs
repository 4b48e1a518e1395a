using System.Security.Claims;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Shared.Outgoing;
using FirearmsRegistry.EndToEnd.Tests.Vintages;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>
/// The classes that share one server and one browser. They run after the others: a browser and the whole server are at work in each of their tests,
/// and time limits that suit people do not hold beside three more of them on two cores.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InOneBrowser : ICollectionFixture<PagesHost>
{
    public const string Name = "pages";
}

/// <summary>The whole server on a port, and Debian's Chromium before it.</summary>
public sealed class PagesHost(TestDatabases databases) : VintageHost(databases), IAsyncLifetime
{
    private Chromium? _chromium;

    protected override bool OnPort => true;

    /// <summary>The server of another system, to which this one may send.</summary>
    public OtherServer Other { get; } = new();

    /// <summary>All the stories' people sign in from one address.</summary>
    protected override void Configure(IWebHostBuilder web)
    {
        base.Configure(web);
        web.UseSetting("Authentication:SignInAttemptsPerMinute", "1000");
        web.UseSetting("Registry:Outgoing:Servers:0", Other.Address.ToString());
        web.UseSetting("Registry:Outgoing:AllowLoopback", "true");
    }

    /// <summary>Where screenshots are kept; looked at by people.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Below("artifacts"), "screenshots")).FullName;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Assert.SkipUnless(Chromium.IsInstalled, "Debian's chromium is not installed: tools/test installs it.");
        _chromium = await Chromium.StartAsync();
    }

    /// <summary>A browser of its own before whose camera a film runs, without end and without anybody being asked.</summary>
    public Task<IBrowser> LaunchWithCameraAsync(string film) =>
        _chromium!.LaunchAsync("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={film}");

    /// <summary>A browser of its own, in which nobody is signed in.</summary>
    public Task<IPage> NewPageAsync(string language = "en", IBrowser? browser = null) => _chromium!.NewPageAsync(Address, language, browser);

    /// <summary>A browser of its own that runs no script.</summary>
    public Task<IPage> NewPageWithoutScriptsAsync() => _chromium!.NewPageAsync(Address, scripts: false);

    /// <summary>A browser in which a person with this role is signed in, as if he had typed name, password and code.</summary>
    public async Task<IPage> NewPageAsync(Role role, string language = "en", IBrowser? browser = null)
    {
        var page = await NewPageAsync(language, browser);
        await SignInAsync(page, role);
        return page;
    }

    /// <summary>Ends every session of the person with this role, wherever he is signed in.</summary>
    public async Task EndSessionsAsync(Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<UserManager<RegistryUser>>().FindByNameAsync("demo-" + Codes.Of(role).Replace('_', '-'));
        await scope.ServiceProvider.GetRequiredService<BrowserSessions>().EndOthersAsync(person!.Id, null, TestContext.Current.CancellationToken);
    }

    /// <summary>Signs a person with this role in, from the next page on.</summary>
    public async Task SignInAsync(IPage page, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<RegistryUser>>();
        var person = await signIn.UserManager.FindByNameAsync("demo-" + Codes.Of(role).Replace('_', '-'));
        var principal = await signIn.CreateUserPrincipalAsync(person!);
        var session = await scope.ServiceProvider.GetRequiredService<BrowserSessions>().BeginAsync(person!.Id, "Chromium", TestContext.Current.CancellationToken);
        ((ClaimsIdentity)principal.Identity!).AddClaims(
            [new Claim(AccessClaims.AuthenticationMethod, "mfa"), new Claim(AccessClaims.Session, session.ToString("D"))]);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = Time.GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        await page.Context.AddCookiesAsync([new Cookie { Name = cookie.Cookie.Name!, Value = cookie.TicketDataFormat.Protect(ticket), Url = Address.AbsoluteUri }]);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        await DisposeAsync();
        Other.Dispose();
    }
}
