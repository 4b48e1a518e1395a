using FirearmsRegistry.EndToEnd.Tests.Figures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Figures;

/// <summary>A year that is known otherwise since: a statistician sees what changed, and everybody the chart of what is published.</summary>
[Collection(InOneBrowser.Name)]
public sealed class ComparingStoryTests(PagesHost host)
{
    private const int Year = 2012;

    private static readonly DateTimeOffset Revised = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Two_vintages_are_compared_down_to_the_cases_and_the_published_one_is_a_chart_for_everybody_without_any_script()
    {
        await host.MakeKeyAsync();
        await FactRows.WriteAsync(host.ConnectionString,
        [
            .. Enumerable.Repeat(new FactRows(Year) { Line = "1.2" }, 12), .. Enumerable.Repeat(new FactRows(Year), 26),
            .. Enumerable.Repeat(new FactRows(Year) { To = Revised }, 2), .. Enumerable.Repeat(new FactRows(Year) { Line = "1.2", From = Revised }, 2),
        ]);
        var earlier = await host.DraftAsync("ESP-2012-A", Year, Revised.AddDays(-1));
        var (path, version, later) = await host.ReviewedAsync("ESP-2012-B", Year);
        (await host.PublishAsync(path, version)).Expect(200);
        var page = await host.NewPageAsync(Role.Statistician);
        await page.GotoAsync($"/vintages/{later}");
        await page.ArrivedAsync();

        await page.GetByLabel("Compare with").SelectOptionAsync(earlier.Id.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What two vintages say otherwise");
        await Expect(page.Locator("main > .value")).ToHaveTextAsync("ESP-2012-A → ESP-2012-B");
        var figures = page.Locator("table.counts", new() { HasText = "Figures that differ" });
        await Expect(figures.Locator("tbody tr").First).ToContainTextAsync("1.2: 12 → 14");
        await Expect(figures.Locator("tbody tr").First).ToContainTextAsync("1.7: 28 → 26");
        var cases = page.Locator("table", new() { HasText = "The cases behind it" }).Locator("tbody tr");
        await Expect(cases).ToHaveCountAsync(4);
        // A statistician learns what it is and how it came in, and neither the case's reference nor the way to it.
        await Expect(cases.First).ToContainTextAsync("seized, ");
        await Expect(cases.First.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await AssertChartAsync();
    }

    private async Task AssertChartAsync()
    {
        var anybody = await host.NewPageWithoutScriptsAsync();
        await anybody.GotoAsync("/public/figures");
        var shown = anybody.GetByRole(AriaRole.Article, new() { Name = "Spain, ESP-2012-B" });
        await Expect(anybody.GetByRole(AriaRole.Article, new() { Name = "Spain, ESP-2012-A" })).ToHaveCountAsync(0);
        await Expect(shown.Locator("figure svg:visible")).ToBeVisibleAsync();
        var row = shown.Locator("tbody tr").First.Locator("td");
        var percent = (await row.Last.TextContentAsync())!.Trim();
        await Expect(row.First).ToHaveTextAsync("14");
        await Expect(shown.Locator("figure svg:visible")).ToContainTextAsync("2012");
        await Expect(shown.Locator("figure svg:visible")).ToContainTextAsync(percent);

        var digest = await shown.Locator(".source bdi").Last.TextContentAsync();
        await shown.GetByRole(AriaRole.Link, new() { Name = "The whole statement on one page" }).ClickAsync();
        await Expect(anybody.Locator("body")).ToContainTextAsync(digest!);
        await Expect(anybody.Locator("svg").First).ToBeVisibleAsync();
    }
}
