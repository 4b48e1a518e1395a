using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Exchange;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Searching;

/// <summary>What people put into the one search box: by camera, by a hand scanner, by typing.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SearchStoryTests(PagesHost host)
{
    private const string Head = "[)>\u001e06\u001d18SD1234";

    private const string Tail = "\u001e\u0004";

    [Fact]
    public async Task A_data_matrix_before_the_camera_comes_into_the_search_box_and_its_arm_is_found()
    {
        var registrar = host.ClientAs(Role.Registrar);
        await registrar.RegisteredAsync("SC40017");
        var film = await CameraFilm.OfAsync(registrar, $"{Head}SC40017{Tail}");
        await using var browser = await host.LaunchWithCameraAsync(film);
        var page = await host.NewPageAsync(Role.Registrar, browser: browser);
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        await page.GotoAsync("/");
        var scripts = await page.EvaluateAsync<string>("() => performance.getEntriesByType('resource').map(each => each.name).join(' ')");

        await page.ArrivedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan" }).PressAsync("Enter");
        await GiveCaseAsync(page);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "EXAMPLE ARMS SPAIN SC40017" })).ToBeVisibleAsync();
        await Expect(page.Locator("#search-box")).ToHaveValueAsync($"{Head}SC40017{Tail}");
        Assert.DoesNotContain("scanner", scripts, StringComparison.Ordinal);
        Assert.Empty(faults);
        File.Delete(film);
    }

    [Fact]
    public async Task A_hand_scanner_types_a_payload_with_its_control_characters_and_a_seizure_is_found_by_its_number()
    {
        await host.ClientAs(Role.Registrar).RegisteredAsync("HS40018");
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/");
        // What is typed before would go elsewhere.
        await page.ArrivedAsync();
        await page.Locator("#search-box").FocusAsync();
        foreach (var (typed, control) in new[] { ("[)>", "Control+^"), ("06", "Control+]"), ("18SD1234HS40018", "Control+^"), ("", "Control+d") })
        {
            await page.Keyboard.TypeAsync(typed);
            await page.Keyboard.PressAsync(control);
        }

        await page.Keyboard.PressAsync("Enter");
        await GiveCaseAsync(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "EXAMPLE ARMS SPAIN HS40018" })).ToBeVisibleAsync();

        var recorded = SeizureCalls.Seizure();
        recorded["circumstances"]!["caseReference"] = "hs-2026/77";
        var seizure = (await host.ClientAs(Role.Investigator).PostAsync("/api/v1/seizures", recorded)).Expect(201);
        await page.Locator("#search-box").FillAsync("HS-2026/77");
        await page.Locator("#search-box").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Seizure", Exact = true })).ToHaveAttributeAsync("href", $"/seizures/{seizure.Id}");
    }

    [Fact]
    public async Task What_does_not_fit_on_the_first_page_is_told_and_given_below()
    {
        var registrar = host.ClientAs(Role.Registrar);
        for (var number = 0; number < 51; number++)
            (await registrar.PostAsync("/api/v1/parties", PartyRequests.Registration($"Manifold {number:D2}"))).Expect(201);
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/search");
        await page.ArrivedAsync();
        await page.Locator("#search-box").FillAsync("manifold");
        await page.Locator("#search-box").PressAsync("Enter");
        await GiveCaseAsync(page);
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("50 hits");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show more" }).ClickAsync();

        await Expect(page.Locator("#found-parties ~ ul li")).ToHaveCountAsync(51);
        await Expect(page.Locator("main [role=status]")).ToContainTextAsync("51 hits");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show more" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Numbers_of_a_seizure_and_a_request_a_name_a_national_number_and_a_scanned_payload_each_lead_to_their_record()
    {
        var seizure = SeizureCalls.Seizure();
        seizure["circumstances"]!["caseReference"] = "SN-2026/81";
        (await host.ClientAs(Role.Investigator).PostAsync("/api/v1/seizures", seizure)).Expect(201);
        (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/inbound-trace-requests",
            BorderScenario.Inbound(await host.PartnerAsync("NLD"), "SN40080", "NL-2026/81"))).Expect(201);
        (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration("Ximena Ferrándiz"))).Expect(201);
        var (number, arm) = await NumberedAsync("SN40081");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync("/");
        await page.ArrivedAsync();

        await FindAsync(page, "sn-2026/81");
        await GiveCaseAsync(page);
        await FollowAsync(page, "Seizure", "Port of Algeciras");
        await FindAsync(page, "NL-2026/81");
        await FollowAsync(page, "Trace request", "from another State: Netherlands");
        await FindAsync(page, "ximena ferrándiz");
        await FollowAsync(page, "Ximena Ferrándiz", "Ximena Ferrándiz");
        await FindAsync(page, number);
        await FollowAsync(page, number, "Example Arms");
        Assert.EndsWith($"/firearms/{arm}", page.Url, StringComparison.Ordinal);
        await FindAsync(page, $"{Head}SN40081{Tail}");
        await FollowAsync(page, "EXAMPLE ARMS SPAIN SN40081", "Example Arms");
        Assert.EndsWith($"/firearms/{arm}", page.Url, StringComparison.Ordinal);
    }

    /// <summary>An arm that is marked with a national number.</summary>
    private async Task<(string Number, Guid Firearm)> NumberedAsync(string serial)
    {
        var numbers = new NumberScenario(host);
        var number = (await numbers.NumbersAsync(await numbers.OpenAsync("W"), 1))[0];
        var arm = await numbers.Registrar.RegisteredAsync(serial);
        var mark = FirearmRequests.Register(serial)["mark"]!.DeepClone();
        (mark["kind"], mark["text"], mark["serial"]) = ("national_number", number, null);
        mark["appliedHere"] = true;
        (await numbers.Registrar.PostAsync($"{arm.Location}/marks", new JsonObject { ["mark"] = mark }, arm.Version)).Expect(201);
        return (number, arm.Id);
    }

    /// <summary>From another page than that of the search.</summary>
    private static async Task FindAsync(IPage page, string text)
    {
        await page.Locator("#search-box").EnterAsync(text);
        await Expect(page.Locator("main h1")).ToHaveTextAsync("Search");
        await page.ArrivedAsync();
    }

    private static async Task FollowAsync(IPage page, string link, string heading)
    {
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Expect(page.Locator("main h1")).ToContainTextAsync(heading);
        await page.ArrivedAsync();
    }

    private static async Task GiveCaseAsync(IPage page)
    {
        await page.Locator("#case-reference").FillAsync("SEARCH-1");
        await page.Locator("#case-reference").PressAsync("Enter");
    }
}
