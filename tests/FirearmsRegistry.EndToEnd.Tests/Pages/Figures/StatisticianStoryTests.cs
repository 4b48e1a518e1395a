using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Figures;

/// <summary>A statistician's work from sign-in to what everybody sees.</summary>
[Collection(InOneBrowser.Name)]
public sealed class StatisticianStoryTests(PagesHost host)
{
    private const string Label = "ESP-2020-STORY";

    [Fact]
    public async Task Spain_2020_is_looked_at_drafted_reviewed_by_a_second_person_and_published_for_everybody()
    {
        await host.MakeKeyAsync();
        await FiguresLookedAtRecords.SpainAsync(host);
        // One arm of 2019 has no outcome: a check finds it, and its reason is written.
        await FactRows.WriteAsync(host.ConnectionString,
        [
            .. Enumerable.Repeat(new FactRows(2019) { Line = "1.2" }, 14), .. Enumerable.Repeat(new FactRows(2019), 26), new FactRows(2019) { Line = null },
        ]);
        var first = await host.NewPageAsync();
        await first.SignInAsync(host, "sofia.statistician", "statistician");

        await first.GotoAsync("/figures/2020");
        await first.ArrivedAsync();
        await first.Locator("table.counts").First.GetByRole(AriaRole.Link, new() { Name = "Parts and components, Seized: 1,200" }).PressAsync("Enter");
        await Expect(first.Locator("tbody tr")).ToHaveCountAsync(1);
        await first.GotoAsync("/figures/2020/indicator");
        await Expect(first.Locator("table.counts").First).ToContainTextAsync("46.28 %");

        var address = await DraftAsync(first);
        await first.GetByLabel("What was looked at").FillAsync("My own draft");
        await first.GetByRole(AriaRole.Button, new() { Name = "Reviewed by me" }).ClickAsync();
        await Expect(first.Locator(".problem")).ToContainTextAsync("A second person reviews it");

        var second = await host.NewPageAsync(Role.Statistician);
        await second.GotoAsync(address);
        await second.GetByLabel("What was looked at").FillAsync("Compared with the returns of the Guardia Civil.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Reviewed by me" }).ClickAsync();
        await PublishAsync(second);
        await FetchFilesAsync(second);

        var anybody = await host.NewPageAsync();
        await anybody.GotoAsync("/public/figures");
        var shown = anybody.GetByRole(AriaRole.Article, new() { Name = $"Spain, {Label}" });
        await Expect(shown.Locator(".value", new() { HasText = "2020" })).ToContainTextAsync("46.28 %");
        await Expect(shown.Locator("figure svg:visible")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_tables_of_a_year_are_fetched_as_files_with_the_cookie_of_the_pages_and_by_nobody_else()
    {
        await FiguresLookedAtRecords.SpainAsync(host);
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/figures/2020");
        await page.ArrivedAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Workbook" }).First.PressAsync("Enter"));

        Assert.Equal("iafq-ESP-2020.xlsx", download.SuggestedFilename);
        Assert.True(new FileInfo(await download.PathAsync()).Length > 5_000);
        var registrar = await host.NewPageAsync(Role.Registrar);
        Assert.Equal(403, (await registrar.Context.APIRequest.GetAsync("/files/exportYearTables?year=2020")).Status);
        Assert.Equal(404, (await page.Context.APIRequest.GetAsync("/files/listUsers")).Status);
        var nobody = await host.NewPageAsync();
        Assert.Equal(401, (await nobody.Context.APIRequest.GetAsync("/files/exportYearTables?year=2020")).Status);
    }

    [Fact]
    public async Task A_file_of_counts_that_breaks_a_rule_is_refused_with_line_and_column_and_a_right_one_is_looked_at_before_it_is_taken()
    {
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/count-files");
        var header = (await File.ReadAllLinesAsync(RepositoryRoot.Below("tests", "fixtures", "iafq", "tracing-counts.csv"), TestContext.Current.CancellationToken))[0];

        await ChooseAsync(page, header + "\nESP,724,2022,seized,-1,,,,,,,,,,,,\n");
        await Expect(page.Locator("table", new() { HasText = "What is wrong with the file" }).Locator("tbody tr").First).ToContainTextAsync("2");

        await ChooseAsync(page, header + "\nESP,724,2022,seized,10,4,3,0,1,1,1,0,0,0,0,0,0\n");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "It would bring" })).ToBeVisibleAsync();
        await page.GetByLabel("Where it comes from").FillAsync("Story returns");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it over" }).ClickAsync();

        await Expect(page.Locator("table", new() { HasText = "Files that were taken over" })).ToContainTextAsync("Story returns");
    }

    [Fact]
    public async Task A_year_rests_on_a_file_that_a_statistician_chose_with_a_reason_and_every_page_of_the_year_says_so()
    {
        var file = await FiguresLookedAtRecords.UnodcFileAsync(host);
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync("/figures/2014/checks");
        await page.ArrivedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Choose on what the year rests" }).PressAsync("Enter");
        await Expect(page.GetByLabel("Rests on")).ToBeVisibleAsync();
        await Expect(page.Locator("main .source")).ToContainTextAsync("the register’s own cases");

        await page.GetByLabel("Rests on").SelectOptionAsync(file.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Have the figures rest on it" }).ClickAsync();
        await page.GetByLabel("Reason").RefusedAsync();
        await page.GetByLabel("Reason").FillAsync("The returns of 2014 came on paper.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Have the figures rest on it" }).ClickAsync();

        await Expect(page.Locator("main .source").First).ToContainTextAsync("UNODC data portal");
        await Expect(page.Locator("table", new() { HasText = "All choices" })).ToContainTextAsync("The returns of 2014 came on paper.");
        await page.GetByLabel("Reason").FillAsync("Once more.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Have the figures rest on it" }).ClickAsync();
        await Expect(page.Locator(".problem")).ToContainTextAsync("rest on this already");
        await page.GotoAsync("/figures/2014/indicator");
        await Expect(page.Locator("main .source", new() { HasText = "UNODC data portal" }).First).ToBeVisibleAsync();
        await page.GotoAsync($"/count-files/{file}");
        await Expect(page.Locator("a.year", new() { HasText = "2014" })).ToBeVisibleAsync();

        await SettleAsync(page);
    }

    /// <summary>Of two rows that contradict each other one is said to be the count.</summary>
    private static async Task SettleAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "firearms seized, type, pistol" }).First.ClickAsync();
        await Expect(page.GetByText("in no total: nobody said what it counts")).ToHaveCountAsync(2);
        await page.GetByLabel("Row", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.GetByLabel("How that is known").FillAsync("By letter of UNODC.");
        await page.GetByRole(AriaRole.Button, new() { Name = "This is the count" }).ClickAsync();
        await Expect(page.Locator(".state.good")).ToHaveTextAsync("stands");
        await Expect(page.Locator("tbody tr").Nth(1)).ToContainTextAsync("By letter of UNODC.");
    }

    private static async Task<string> DraftAsync(IPage page)
    {
        await page.GotoAsync("/vintages");
        await page.GetByLabel("Label").FillAsync(Label);
        await page.GetByLabel("Years", new() { Exact = true }).EnterAsync("2019, 2020");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Label);
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task PublishAsync(IPage page)
    {
        await Expect(page.GetByText("1 finding")).ToBeVisibleAsync();
        foreach (var language in new[] { "ar", "en" })
        {
            await page.Locator(".language select").SelectOptionAsync(language);
            await Expect(page.Locator($"html[lang={language}]")).ToBeVisibleAsync();
            await Picture.TakeAsync(page, $"vintage-to-publish.{language}");
            Assert.Empty(await Axe.FindAsync(page));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await page.GetByLabel("Why it is published all the same").RefusedAsync();
        await page.GetByLabel("Why it is published all the same").FillAsync("The outcome comes with the revision.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(page.Locator(".states .good")).ToHaveTextAsync("published");
    }

    /// <summary>Every file that the page offers, as its links have them.</summary>
    private static async Task FetchFilesAsync(IPage page)
    {
        var links = page.Locator("a.file");
        await Expect(links).ToHaveCountAsync(8);
        foreach (var link in await links.AllAsync())
        {
            var address = await link.GetAttributeAsync("href");
            var file = await page.Context.APIRequest.GetAsync(address!);
            Assert.True(file.Status == 200, $"{address}: {file.Status}");
            Assert.NotEmpty(await file.BodyAsync());
        }
    }

    private static async Task ChooseAsync(IPage page, string text)
    {
        await page.ChooseFileAsync("#count-file", new FilePayload { Name = "counts.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it would bring" }).ClickAsync();
    }
}
