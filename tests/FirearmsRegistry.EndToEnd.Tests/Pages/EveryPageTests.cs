using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Cookie = Microsoft.Playwright.Cookie;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>Opens every page in English and Arabic, by day and by night, and on small and large screens; keeps pictures of each and lets axe look at it.</summary>
[Collection(InOneBrowser.Name)]
public sealed partial class EveryPageTests(PagesHost host)
{
    /// <summary>The most bytes that the first page may bring (issue "The pages").</summary>
    private const int FirstPageLimit = 300_000;

    private static readonly (string Language, bool Dark)[] Views = [("en", false), ("en", true), ("ar", true), ("ar", false)];

    [Fact]
    public void Every_page_is_looked_at_and_says_who_may_open_it()
    {
        var pages = typeof(PagesHosting).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(), (type, route) => (Type: type, route.Template)).ToList();

        Assert.Equal(pages.Select(page => page.Template).Order(StringComparer.Ordinal), LookedAt.Pages.Select(page => page.Route).Distinct().Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.True(
            page.Type.IsDefined(typeof(AuthorizeAttribute)) || page.Type.IsDefined(typeof(AllowAnonymousAttribute)), page.Template));
    }

    [Fact]
    public async Task No_page_has_a_serious_fault_for_axe_breaks_its_content_policy_or_does_not_fit_a_screen_in_either_language_or_light()
    {
        var records = await LookedAtRecords.MakeAsync(host);
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(LookedAt.Pages, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = TestContext.Current.CancellationToken },
            async (looked, _) => await LookAtAsync(looked, records, faults));

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_page_that_needs_a_person_leads_nobody_to_the_sign_in_and_one_that_needs_none_runs_no_script()
    {
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        foreach (var looked in LookedAt.Pages)
        {
            using var answer = await nobody.GetAsync(looked.Address(LookedAtRecords.None), TestContext.Current.CancellationToken);
            if (looked.Role is not null)
                Assert.StartsWith("/account/sign-in", answer.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
            else
                Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_opens_a_circuit_and_who_lacks_the_role_is_told_so()
    {
        using var nobody = host.Anonymous();
        using var negotiated = await nobody.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, negotiated.StatusCode);

        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/firearms/register");
        Assert.Equal("/not-allowed", new Uri(page.Url).AbsolutePath);
        await Assertions.Expect(page.Locator("header")).ToContainTextAsync("demo-statistician");
        await Assertions.Expect(page.Locator("header")).Not.ToContainTextAsync("Sign in");
    }

    [Theory]
    [InlineData(null, "#password, input[type=password]")]
    [InlineData(Role.Registrar, "main h1")]
    public async Task The_first_page_is_small(Role? role, string shown)
    {
        // A new context has an empty cache. What comes over the circuit counts too, though it is not compressed.
        var page = role is { } person ? await host.NewPageAsync(person) : await host.NewPageAsync();
        var (bytes, answers) = (0d, 0);
        var network = await page.Context.NewCDPSessionAsync(page);
        network.Event("Network.loadingFinished").OnEvent += (_, told) => (bytes, answers) = (bytes + told!.Value.GetProperty("encodedDataLength").GetDouble(), answers + 1);
        page.WebSocket += (_, circuit) => circuit.FrameReceived += (_, frame) => bytes += frame.Binary?.Length ?? 0;
        await network.SendAsync("Network.enable");

        await page.GotoAsync("/", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator(shown).First).ToBeVisibleAsync();

        TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}: {bytes} bytes in {answers} answers");
        Assert.InRange(bytes, 2_000, FirstPageLimit);
    }

    private async Task LookAtAsync(LookedAt looked, LookedAtRecords records, ConcurrentBag<string> faults)
    {
        var page = looked.Role is { } role ? await host.NewPageAsync(role) : await host.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"{looked.Name}: {message.Text}");
        };
        await page.GotoAsync(looked.Address(records));
        await looked.Ready(page);
        foreach (var (language, dark) in Views)
        {
            await TurnAsync(page, looked, records, language, dark);
            if (!dark)
            {
                foreach (var fault in await Fitting.FindAsync(page, language == "en" ? $"{looked.Name}.phone" : $"{looked.Name}.phone.{language}"))
                    faults.Add($"{looked.Name} {language} {fault}");
                await Picture.TakeAsync(page, $"{looked.Name}.{language}");
            }

            foreach (var fault in await Axe.FindAsync(page))
                faults.Add($"{looked.Name} {language} {(dark ? "dark" : "light")}: {fault}");
        }

        await page.Context.CloseAsync();
    }

    [GeneratedRegex(".")]
    private static partial Regex SomeTitle();

    private static async Task TurnAsync(IPage page, LookedAt looked, LookedAtRecords records, string language, bool dark)
    {
        if (looked.Role is null)
        {
            await page.Context.AddCookiesAsync(
            [
                new Cookie { Name = "fr-language", Value = language, Url = page.Url }, new Cookie { Name = "fr-theme", Value = dark ? "dark" : "light", Url = page.Url },
            ]);
            await page.GotoAsync(looked.Address(records));
            await Assertions.Expect(page.Locator($"html[lang={language}]")).ToBeVisibleAsync();
            return;
        }

        await page.Locator(".language select").SelectOptionAsync(language);
        // The other direction turns the whole page, with what is pressed next.
        await Assertions.Expect(page.Locator($"html[lang={language}]")).ToBeVisibleAsync();
        var light = page.Locator("header button[aria-pressed]");
        if (await light.GetAttributeAsync("aria-pressed") != (dark ? "true" : "false"))
            await light.ClickAsync();
        await Assertions.Expect(page.Locator($"html[lang={language}] header button[aria-pressed={(dark ? "true" : "false")}]")).ToBeVisibleAsync();
        // The title is taken away and set anew when its words change.
        await Assertions.Expect(page).ToHaveTitleAsync(SomeTitle());
    }
}
