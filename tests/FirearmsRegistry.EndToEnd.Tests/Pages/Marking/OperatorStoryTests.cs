using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.Stations;
using FirearmsRegistry.EndToEnd.Tests.Symbols;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Marking;

/// <summary>A marking operator's work.</summary>
[Collection(InOneBrowser.Name)]
public sealed class OperatorStoryTests(PagesHost host)
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task An_operator_has_an_arm_marked_by_the_machine_and_sees_it_verified_without_loading_the_page_again()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var job = await _marking.GetAsync((await bench.OrderedAsync("OP1-", "R", 1))[0]);
        var page = await host.NewPageAsync();
        await page.SignInAsync(host, "oscar.operator", "marking_operator");
        await page.GotoAsync("/marking");
        await page.GetByRole(AriaRole.Link, new() { Name = MarkingScenario.TextOf(job) }).ClickAsync();
        await Expect(page.Locator(".states .chip")).ToHaveTextAsync("number reserved");
        await page.EvaluateAsync("() => { window.loadedOnce = true; }");

        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");

        await Expect(page.Locator(".states .chip")).ToHaveTextAsync("verified");
        await Expect(page.GetByText("Reads as ordered")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.loadedOnce === true"));
    }

    [Fact]
    public async Task A_person_looks_at_an_arm_in_quarantine_reads_it_sees_which_character_differs_and_reads_it_again()
    {
        var (station, series) = (await _marking.StationAsync("By hand"), await _marking.SeriesAsync("S"));
        var started = await _marking.StartedAsync(await _marking.OrderedAsync("OP2-1", series, station), station);
        var job = (await _marking.FinishAsync(started, station, "unknown_mark_state")).Expect(200);
        var symbol = await _marking.Operator.PictureOfAsync(new System.Text.Json.Nodes.JsonObject
        {
            ["format"] = "data_matrix",
            ["number"] = job.Body!["number"]!.GetValue<string>(),
            ["kind"] = "bare_number",
            ["as"] = "png",
        });
        var (photo, text) = (new FilePayload { Name = "arm.png", MimeType = "image/png", Buffer = symbol }, MarkingScenario.TextOf(job));
        var page = await host.NewPageAsync(Role.MarkingOperator);
        await page.GotoAsync($"/marking-jobs/{job.Id}");

        await page.GetByLabel("What is on the metal").SelectOptionAsync("marked");
        await page.GetByLabel("Photo of the arm").First.ChooseFileAsync(photo);
        await Expect(page.GetByText("Picture, SHA-256:")).ToBeVisibleAsync();
        await page.GetByLabel("What you saw").FillAsync("Whole, seen under the lamp.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the inspection" }).ClickAsync();
        await Expect(page.Locator(".states .chip")).ToHaveTextAsync("marked, not read back");

        await page.GetByLabel("Picture of the symbol").First.ChooseFileAsync(photo);
        await Expect(page.GetByLabel("Content of the symbol (bytes)")).ToHaveValueAsync(job.Body!["payload"]!.GetValue<string>());
        await ReadAsync(page, text[..^1] + "?");
        await Expect(page.GetByText("1 place differs")).ToBeVisibleAsync();
        await Expect(page.Locator(".comparison dd mark").Last).ToHaveTextAsync("?");

        await ReadAsync(page, text);
        await Expect(page.Locator(".states .chip")).ToHaveTextAsync("verified");
        Assert.Equal("held", (await _marking.ArmAsync(job))["status"]!.GetValue<string>());
    }

    private static async Task ReadAsync(IPage page, string text)
    {
        await page.GetByLabel("Text on the metal").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the reading" }).ClickAsync();
    }
}
