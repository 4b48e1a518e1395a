using System.Diagnostics;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.LookingUp;
using FirearmsRegistry.Benchmarks.Measuring;
using Microsoft.Playwright;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Paging;

/// <summary>
/// How long a person waits in the search page from the key to the rows, while other programs search over REST; and what an idle page costs
/// the server's memory.
/// </summary>
internal static class PagesBenchmark
{
    private const int Pages = 10;
    private const int IdlePages = 50;
    private const double ToReachMs = 300;
    private const double ToReachMegabytes = 1;
    private const int Seed = 20_261_126;

    /// <summary>From the key in the box until the row with the serial is there, by the browser's own clock.</summary>
    private const string Watch =
        """
        serial => new Promise(resolve => {
            let began = 0;
            document.querySelector("#search-box").addEventListener("keydown", () => { began = performance.now(); }, { once: true, capture: true });
            const watch = new MutationObserver(() => {
                if (![...document.querySelectorAll("main table a")].some(link => link.textContent.includes(serial))) return;
                watch.disconnect();
                resolve(performance.now() - began);
            });
            watch.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
        })
        """;

    public static async Task RunAsync(int arms, int questions, CancellationToken token)
    {
        await using var postgres = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(postgres);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var loading = Stopwatch.StartNew();
        await ArmLoader.LoadAsync(server, database, arms, token);
        Console.WriteLine($"{arms} arms loaded in {loading.Elapsed.TotalSeconds:N0} s.");
        await using var browser = await SignedInBrowser.StartAsync(server);
        var pages = new List<IPage>();
        for (var i = 0; i < Pages; i++)
            pages.Add(await ReadyAsync(browser, arms));

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(token);
        var searching = BesidePages.SearchAsync(server, arms, ending.Token);
        var lookingUp = BesidePages.LookUpBareAsync(server, database, arms, ending.Token);
        var asked = await Task.WhenAll(pages.Select((page, index) => AskAsync(page, new Random(Seed + index), arms, questions)));
        await ending.CancelAsync();
        var (count, seconds, rest) = await searching;
        var bare = await lookingUp;
        foreach (var page in pages)
            await page.CloseAsync();
        var megabytes = await IdleAsync(browser);

        var times = asked.SelectMany(each => each).ToList();
        var (p50, p95) = (Statistics.Quantile(times, 0.5), Statistics.Quantile(times, 0.95));
        Console.WriteLine($"{Environment.ProcessorCount} cores, PostgreSQL {await PrivateDatabase.VersionAsync(database, token)}, {Pages} pages of Chromium on the same machine, {times.Count} questions, {count / seconds:N1} searches/s over REST beside them.");
        Console.WriteLine($"  from key to rows, p50 {p50,10:N0} ms");
        Console.WriteLine($"  from key to rows, p95 {p95,10:N0} ms   (to reach: < {ToReachMs} ms; {(p95 < ToReachMs ? "reached" : "missed")})");
        Console.WriteLine($"  the searches over REST, p95 {Statistics.Quantile(rest, 0.95),4:N0} ms");
        Console.WriteLine($"  baseline: the bare query and one row of the access log, p95 {Statistics.Quantile(bare, 0.95):N1} ms");
        Console.WriteLine($"  memory for each of {IdlePages} idle pages {megabytes:N2} MB   (to reach: < {ToReachMegabytes} MB; {(megabytes < ToReachMegabytes ? "reached" : "missed")})");
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "pages",
            ["arms"] = arms,
            ["keyToRowsP50Ms"] = Math.Round(p50, 1),
            ["keyToRowsP95Ms"] = Math.Round(p95, 1),
            ["restP95Ms"] = Math.Round(Statistics.Quantile(rest, 0.95), 1),
            ["bareP95Ms"] = Math.Round(Statistics.Quantile(bare, 0.95), 2),
            ["restPerSecond"] = Math.Round(count / seconds, 1),
            ["idlePageMegabytes"] = Math.Round(megabytes, 3),
            ["cores"] = Environment.ProcessorCount,
        }));
    }

    /// <summary>A search page to which a case was given, and which has searched once.</summary>
    private static async Task<IPage> ReadyAsync(SignedInBrowser browser, int arms)
    {
        var page = await browser.OpenAsync("/search");
        await page.Locator("#search-box").FillAsync(SampleArms.Serial(arms));
        await page.Locator("#search-box").PressAsync("Enter");
        await page.Locator("#case-reference").FillAsync("BENCH-1");
        await page.Locator("#case-reference").PressAsync("Enter");
        await page.Locator("main table").WaitForAsync();
        return page;
    }

    private static async Task<IReadOnlyList<double>> AskAsync(IPage page, Random random, int arms, int questions)
    {
        var times = new List<double>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1));
        // The first one warms up.
        for (var i = 0; i <= questions; i++)
        {
            await pace.WaitForNextTickAsync();
            var serial = SampleArms.Serial(random.Next(1, arms));
            await page.Locator("#search-box").FillAsync(serial);
            var rows = page.EvaluateAsync<double>(Watch, serial);
            await page.Locator("#search-box").PressAsync("Enter");
            var time = await rows;
            if (i > 0)
                times.Add(time);
        }

        return times;
    }

    /// <summary>What the process holds more for each page that stands open, after everything that can be let go of was.</summary>
    private static async Task<double> IdleAsync(SignedInBrowser browser)
    {
        var first = await browser.OpenAsync("/");
        var before = Held();
        var idle = new List<IPage>();
        for (var i = 0; i < IdlePages; i++)
            idle.Add(await browser.OpenAsync("/"));
        var held = (Held() - before) / (1024.0 * 1024.0) / IdlePages;
        foreach (var page in idle.Append(first))
            await page.CloseAsync();
        return held;
    }

    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
