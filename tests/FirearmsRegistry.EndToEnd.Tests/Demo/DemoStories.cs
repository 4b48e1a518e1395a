using FirearmsRegistry.EndToEnd.Tests.Access;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Pages;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.Pages.Tracing;
using FirearmsRegistry.Registry.Access.SignIn.Demonstrating;
using FirearmsRegistry.Server.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Demo;

/// <summary>The demo's people in their browsers, on the demo's records: each signs in with what stands in the owner's file.</summary>
internal sealed class DemoStories(RegistryHost host, Chromium chromium, IReadOnlyDictionary<string, string[]> people)
{
    private const string Case = "DEMO-STORY-1";

    private readonly DemoPlan _plan = DemoPlan.Of(PublishedCounts.Load());

    /// <summary>All stories, one after the other.</summary>
    public static async Task TellAsync(RegistryHost host, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("demo-stories-");
        var path = Path.Combine(folder.FullName, "people.txt");
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IDemoPeople>().WriteAsync(path, token);
        var people = (await File.ReadAllLinesAsync(path, token)).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToDictionary(line => line[0]);
        folder.Delete(recursive: true);

        await using var chromium = await Chromium.StartAsync();
        var stories = new DemoStories(host, chromium, people);
        var arm = await stories.FindAStolenArmAsync();
        await stories.TraceADamagedPistolAsync();
        await stories.ReadTheFigureAsync();
        await stories.FindTheLookUpAsync(arm);
        foreach (var role in new[] { "marking_operator", "contact_point", "administrator" })
            await stories.TakeTheTourAsync(role);
    }

    /// <summary>The registrar; gives the arm's id.</summary>
    private async Task<Guid> FindAStolenArmAsync()
    {
        var arm = _plan.Arms.First(arm => arm.Story == ArmStory.Stolen);
        var page = await SignInAsync("registrar");

        await page.Locator("#search-box").FillAsync(DemoWords.Serial(arm.Index).ToString());
        await page.Locator("#search-box").PressAsync("Enter");
        await page.Locator("#case-reference").FillAsync(Case);
        await page.Locator("#case-reference").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = DemoWords.WholeMark(arm.Index, DemoWords.YearMade(arm.Index)).ToString() }).First.ClickAsync();

        await Expect(page.Locator(".timeline")).ToContainTextAsync("Reported stolen");
        await page.Locator("#known-at").PressAsync("ArrowLeft");
        await Expect(page.Locator(".states .caution", new() { HasText = "known" })).ToBeVisibleAsync();
        return DemoIds.Firearm(arm.Index);
    }

    /// <summary>The investigator: the last digit may be one of two, and only one of these arms is of the maker that was read.</summary>
    private async Task TraceADamagedPistolAsync()
    {
        var arm = _plan.Arms.First(arm => arm.Story == ArmStory.Lost);
        var serial = DemoWords.Serial(arm.Index).ToString();
        var page = await SignInAsync("investigator");
        await page.GotoAsync("/record-seizure");
        await page.RecordCircumstancesAsync();
        await page.FillItemAsync(DemoWords.Maker(arm.Index), "M1", DemoWords.Calibre(arm.Type).ToString(), $"{serial[..^1]}[{serial[^1]}{(serial[^1] - '0' + 1) % 10}]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#items")).ToHaveTextAsync("1 item");
        await page.Locator("tr", new() { HasText = serial[..^1] }).GetByRole(AriaRole.Link).ClickAsync();
        await page.AskForTraceAsync();

        // The search is a job's: the page shows by itself that it is done.
        var first = await page.CompareCandidatesAsync();
        await Expect(first).ToContainTextAsync(serial);
        await page.ConfirmAsync(first);

        await Expect(page.Locator("svg.chain .diversion:visible")).ToBeVisibleAsync();
        await Expect(page.Locator(".diverted")).ToContainTextAsync("a loss is on record");
    }

    /// <summary>The statistician, after the guide's revision; and what everybody sees.</summary>
    private async Task ReadTheFigureAsync()
    {
        var page = await SignInAsync("statistician");
        await page.GotoAsync("/figures/2020/indicator");
        await Expect(page.Locator("table.counts").First).ToContainTextAsync("46.39 %");

        var anybody = await chromium.NewPageAsync(host.Address);
        await anybody.GotoAsync("/public/figures");
        await Expect(anybody.Locator("article", new() { HasText = "ESP-2020-2" }).Locator(".value", new() { HasText = "2020" }).First).ToContainTextAsync("46.39 %");
    }

    /// <summary>The auditor: who looked the arm up, and why.</summary>
    private async Task FindTheLookUpAsync(Guid arm)
    {
        var page = await SignInAsync("auditor");
        await page.GotoAsync("/access-log");
        await page.GetByLabel("Record", new() { Exact = true }).FillAsync(arm.ToString());
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody tr", new() { HasText = Case }).First).ToContainTextAsync("demo-registrar");
    }

    /// <summary>Everybody has a tour, and each of its steps a page.</summary>
    private async Task TakeTheTourAsync(string role)
    {
        var page = await SignInAsync(role);
        await page.GotoAsync("/tour");
        var steps = page.Locator(".to-do h3 a");
        await Expect(steps.First).ToBeVisibleAsync();
        for (var step = 0; step < await steps.CountAsync(); step++)
        {
            await steps.Nth(step).ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith("/tour", StringComparison.Ordinal));
            await Expect(page.Locator("main h1")).ToBeVisibleAsync();
            await Expect(page.Locator("main .problem")).ToHaveCountAsync(0);
            await page.GoBackAsync();
            await Expect(steps.First).ToBeVisibleAsync();
        }
    }

    private async Task<IPage> SignInAsync(string role)
    {
        var person = people[role];
        var page = await chromium.NewPageAsync(host.Address);
        await page.GotoAsync("/");
        await page.GivePasswordAsync(person[1], person[2]);
        await page.GetByLabel("Code from the authenticator").FillAsync(Authenticator.CodeNow(person[3]));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
        return page;
    }
}
