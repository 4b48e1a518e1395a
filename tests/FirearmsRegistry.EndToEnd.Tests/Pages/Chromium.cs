using Microsoft.Playwright;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Debian's Chromium, driven by Playwright.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>The same engine without the browser's own windows, each of which costs a process of its own and more time than a test's page.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<(string? Test, IBrowserContext Context)> _open = [];

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Whether it is there.</summary>
    public static bool IsInstalled => File.Exists(Program) && File.Exists(Shell);

    public static async Task<Chromium> StartAsync()
    {
        // Playwright's own five seconds are too few where other suites have the cores.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await LaunchAsync(playwright, Shell));
    }

    /// <summary>A further browser, with all that people's browsers have.</summary>
    public Task<IBrowser> LaunchAsync(params string[] further) => LaunchAsync(_playwright, Program, further);

    /// <summary>A page in a profile of its own, in which nobody is signed in.</summary>
    public async Task<IPage> NewPageAsync(Uri server, string language = "en", IBrowser? browser = null, bool scripts = true)
    {
        var test = TestContext.Current.Test?.UniqueID;
        await CloseOthersAsync(test);
        var context = await (browser ?? _browser).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = 1366, Height = 850 },
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
        });
        if (browser is null)
        {
            lock (_open)
                _open.Add((test, context));
        }

        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Closes what earlier tests left open: each of their pages would keep a process and a circuit at work beside all tests that follow.</summary>
    private async Task CloseOthersAsync(string? test)
    {
        List<(string? Test, IBrowserContext Context)> others;
        lock (_open)
        {
            others = _open.FindAll(opened => opened.Test != test);
            _open.RemoveAll(others.Contains);
        }

        foreach (var other in others)
            await other.Context.CloseAsync();
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string program, params string[] further)
    {
        string[] sandbox = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args =
            [
                .. sandbox, "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                .. further,
            ],
        });
    }
}
