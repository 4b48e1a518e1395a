using FirearmsRegistry.EndToEnd.Tests.MarkingJobs;
using FirearmsRegistry.EndToEnd.Tests.Pages.Home;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.Stations;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Marking;

/// <summary>A registrar's work with the workshop: batches, numbers, and what stations' logs tell otherwise.</summary>
[Collection(InOneBrowser.Name)]
public sealed class BatchStoryTests(PagesHost host)
{
    private readonly MarkingScenario _marking = new(host);

    [Fact]
    public async Task A_registrar_orders_a_batch_by_the_serials_of_its_arms_takes_out_what_is_refused_and_sees_each_unit_verified()
    {
        await using var bench = await StationBench.PrepareAsync(host, _marking);
        var series = await _marking.SeriesAsync("T");
        var arms = new List<Guid>();
        for (var i = 1; i <= 3; i++)
            arms.Add(await _marking.FirearmAsync($"BS000{i}"));
        (await _marking.Registrar.PostAsync(MarkingScenario.Jobs, MarkingScenario.Order(arms[2], series, await _marking.StationAsync("Elsewhere")))).Expect(201);
        var page = await host.NewPageAsync();
        await page.SignInAsync(host, "renata.registrar", "registrar");
        await page.Locator(".menu a[href='/marking-batches']").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Order a batch" }).ClickAsync();
        await page.GetByLabel("Reference of the case").FillAsync("WS-1/2026");
        await page.GetByLabel("Reference of the case").PressAsync("Enter");

        await page.GetByLabel("Marks or serials of the arms").FillAsync("BS0001..BS0003\nBS9999");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find the arms" }).ClickAsync();
        await Expect(page.GetByText("No registered arm bears it.")).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .mark")).ToHaveCountAsync(3);

        await page.GetByLabel("Name of the batch").FillAsync("Barracks 7");
        await page.GetByLabel("Series of national numbers").SelectOptionAsync(series[(series.LastIndexOf('/') + 1)..]);
        await page.Locator("[data-at='/mark/location']").FillAsync("left side, above the trigger");
        await page.Locator("input[data-at='/mark/heightMm']").First.FillAsync("2");
        await page.Locator("input[data-at='/mark/depthMm']").First.FillAsync("0.12");
        await page.Locator("[data-at='/layout']").FillAsync("FRAME18");
        await page.Locator("[data-at='/stationId']").SelectOptionAsync(bench.Id.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Order the batch" }).ClickAsync();
        await Expect(page.Locator("tbody tr").Last).ToContainTextAsync("The same mark is ordered for this firearm already.");
        await page.Locator("form[data-draft=order-batch] .problem").RefusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out all that were refused" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Order the batch" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Barracks 7" })).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .chip")).ToHaveTextAsync(["number reserved", "number reserved"]);

        await bench.ExpectAsync("work", "--until-none", "--simulated-operator");

        await Expect(page.Locator("tbody .chip")).ToHaveTextAsync(["verified", "verified"]);
        await page.Locator("nav.menu a[href='/marking-batches']").ClickAsync();
        await Expect(page.Locator("tbody tr").Filter(new() { HasText = "Barracks 7" }).Locator("td.n")).ToHaveTextAsync(["2", "2", "0", "0", "0", "0"]);
    }

    [Fact]
    public async Task What_was_chosen_for_a_batch_is_there_again_after_the_page_was_loaded_anew()
    {
        await _marking.FirearmAsync("BR0001");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/marking-batches/order");
        await LookedAt.GiveCaseAsync(page, "textarea");
        await page.GetByLabel("Marks or serials of the arms").FillAsync("BR0001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find the arms" }).ClickAsync();
        await Expect(page.Locator("tbody .mark")).ToContainTextAsync("BR0001");
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('draft:order-batch')?.includes('/firearmIds')");

        await page.ReloadAsync();

        await Expect(page.Locator("tbody .mark")).ToContainTextAsync("BR0001");
    }

    [Fact]
    public async Task A_registrar_is_told_what_a_log_tells_otherwise_compares_both_sides_and_settles_it_with_a_reason()
    {
        using var station = await LoggingStation.EnrolledAsync(host, _marking);
        var (job, arm) = (Guid.CreateVersion7(), await _marking.FirearmAsync("BC0001"));
        var other = await _marking.OrderedAsync("BC0002", await _marking.SeriesAsync("U"), station.Id);
        station.WriteOrder(job, arm, other.Body!["number"]!.GetValue<string>());
        station.WriteMarking(job, "ES 26", "00");
        (await station.MergeAsync(_marking.Operator, station.Log)).Expect(201);
        var page = await host.NewPageAsync(Role.Registrar);

        await page.GotoAsync("/");
        var card = page.Locator(".cards a[href='/log-conflicts']");
        await Expect(card).ToContainTextAsync("Conflicts between stations");
        await page.CountedAsync();
        await card.ClickAsync();
        await page.Locator($"a[href='/stations/{station.Id}/log-conflicts/2']").ClickAsync();
        await Expect(page.GetByText("The register has no such marking job.")).ToBeVisibleAsync();
        var who = page.Locator("tr", new() { HasText = "Person at the station" });
        await Expect(who.Locator("td").First).ToHaveTextAsync("demo-marking-operator");
        await Expect(who.Locator("td").Last).ToHaveTextAsync("nothing recorded");
        await Expect(page.GetByText("in quarantine")).ToBeVisibleAsync();
        await page.GetByLabel("What is so, and why").FillAsync("The arm bears no mark: the needle was broken.");
        await page.ChooseFileAsync($"#settle-{station.Id}-2-photo", new FilePayload { Name = "arm.png", MimeType = "image/png", Buffer = [1, 2, 3] });
        await Expect(page.GetByText("Picture, SHA-256:")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Settle the conflict" }).ClickAsync();

        await Expect(page.GetByText("settled", new() { Exact = true })).ToBeVisibleAsync();
        var standing = (await _marking.Registrar.GetAsync($"/api/v1/firearms/{arm}")).Expect(200).Body!;
        Assert.NotEqual("quarantined", standing["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_registrar_lends_numbers_to_a_station_takes_them_back_and_gives_one_up_with_its_reason()
    {
        var (series, station) = (await _marking.SeriesAsync("V"), await _marking.StationAsync("Mobile bench"));
        var address = $"/number-series/{series[(series.LastIndexOf('/') + 1)..]}";
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync(address);
        await page.ArrivedAsync();
        await page.Locator("details.panel > summary").PressAsync("Enter");
        await page.Locator("[data-at='/stationId']").SelectOptionAsync(station.ToString());
        await page.GetByLabel("How many").FillAsync("0");
        await page.Locator("form.panel .go").ClickAsync();
        await page.GetByLabel("How many").RefusedAsync();
        await page.GetByLabel("How many").FillAsync("3");
        await page.Locator("form.panel .go").ClickAsync();

        await Expect(page.Locator("fieldset input[type=checkbox]")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose all" }).ClickAsync();
        await Expect(page.Locator("fieldset input:checked")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "Give back what was not used" }).ClickAsync();
        await Expect(page.GetByText("Every number was given back.")).ToBeVisibleAsync();

        await page.GotoAsync(address + "/numbers");
        await LookedAt.GiveCaseAsync(page, "table");
        await page.Locator("tbody .repair").First.ClickAsync();
        await page.GetByLabel("Reason").FillAsync("The plate broke.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it up for good" }).ClickAsync();
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("The plate broke.");
        await Expect(page.Locator("tbody .repair")).ToHaveCountAsync(2);
    }
}
