using System.Text;
using FirearmsRegistry.EndToEnd.Tests.Pages.Searching;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>What cannot be taken is refused beside the field, in words, and the page goes on; what is needed is marked before.</summary>
[Collection(InOneBrowser.Name)]
public sealed class BadInputTests(PagesHost host)
{
    [Fact]
    public async Task What_the_use_case_needs_is_marked_and_what_may_be_unknown_is_not()
    {
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync("/record-seizure");

        await Expect(page.GetByText("Fields marked with * must be filled in.")).ToBeVisibleAsync();
        await Expect(page.Locator("#record-seizure-circumstances-place")).ToHaveAttributeAsync("aria-required", "true");
        await Expect(page.Locator("#record-seizure-circumstances-unit")).Not.ToHaveAttributeAsync("aria-required", "true");
        Assert.Equal(["\"\u00a0*\" / \"\"", "none"], await page.EvaluateAsync<string[]>(
            "() => ['place', 'unit'].map(name => getComputedStyle(document.querySelector(`label[for=record-seizure-circumstances-${name}]`), '::after').content)"));

        await page.GotoAsync("/notices");
        await Expect(page.Locator("main h1")).ToBeVisibleAsync();
        await Expect(page.Locator(".needs:visible")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Role.ContactPoint, "/receive-request", "#carried-file", 300_000, "262")]
    [InlineData(Role.Administrator, "/administering/catalogues/makers", "#import-file", 9_000_000, "8,388")]
    [InlineData(Role.Statistician, "/count-files", "#count-file", 9_000_000, "8,388")]
    public async Task A_file_that_is_too_large_is_told_beside_its_field_with_the_limit_and_another_one_is_taken(
        Role role, string address, string field, int bytes, string most)
    {
        var page = await host.NewPageAsync(role);
        await page.GotoAsync(address);

        await page.ChooseFileAsync(field, new FilePayload { Name = "large.csv", MimeType = "text/csv", Buffer = new byte[bytes] });
        await Expect(page.Locator(field + "-refused")).ToContainTextAsync($"at most {most} kB");
        await Expect(page.Locator(field)).ToHaveAttributeAsync("aria-invalid", "true");
        await page.ChooseFileAsync(field, new FilePayload { Name = "small.csv", MimeType = "text/csv", Buffer = "no,such\ncolumns,here\n"u8.ToArray() });

        await Expect(page.Locator(field + "-refused")).ToHaveCountAsync(0);
        await Expect(page.Locator("#page-failed")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_table_that_was_looked_at_for_one_catalogue_is_not_taken_for_another()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/catalogues/makers");
        const string table = "code,name,countries,roles,aliases,links\ntaller_other,Taller Other,ESP,maker,,\n";
        await page.ChooseFileAsync("#import-file", new FilePayload { Name = "makers.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await Expect(page.Locator("#import-makers-source")).ToBeVisibleAsync();

        await page.Locator(".tabs a[href$=actions]").ClickAsync();
        await Expect(page.Locator(".tabs a[aria-current=page]")).ToHaveAttributeAsync("href", "/administering/catalogues/actions");
        await Expect(page.Locator("[id^=import-][id$=-source]")).ToHaveCountAsync(0);

        await page.GoBackAsync();
        await Expect(page.Locator(".tabs a[aria-current=page]")).ToHaveAttributeAsync("href", "/administering/catalogues/makers");
        await page.ChooseFileAsync("#import-file", new FilePayload { Name = "makers.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
        await page.Locator("#import-makers-source").PressAsync("Enter");
        await page.Locator("#import-makers-source").RefusedAsync();
        await page.Locator("#import-makers-source").EnterAsync("Table of the test");
        await Expect(page.Locator(".done.panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_in_a_partys_field_looks_it_up_tells_a_refused_reason_and_chooses_and_sends_nothing()
    {
        (await host.ClientAs(Role.Registrar).PostAsync("/api/v1/parties", PartyRequests.Registration("Xenia Enterkey"))).Expect(201);
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.Locator("#register-firearm-holder").FillAsync("xenia");
        await page.Locator("#register-firearm-holder").PressAsync("Enter");

        await Expect(page.Locator("#register-firearm-holder-case")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("not \"good\"");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#register-firearm-holder-case-refused")).ToBeVisibleAsync();
        await page.Locator("#register-firearm-holder-case").FillAsync("REG-10/2026");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#register-firearm-holder-found button").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#register-firearm-holder")).ToBeFocusedAsync();
        Assert.True(Guid.TryParse(await page.Locator("#register-firearm-holder").InputValueAsync(), out _));
        await Expect(page.Locator(".party [role=status]")).ToContainTextAsync("Xenia Enterkey");
        await Expect(page.Locator(".problem")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Scanning_whose_reader_is_not_loaded_says_so_and_works_when_it_is_begun_again()
    {
        const string reader = "**/scanner/reader/index.js*";
        var film = await CameraFilm.OfAsync(host.ClientAs(Role.Registrar), "AGAIN77");
        await using var browser = await host.LaunchWithCameraAsync(film);
        var page = await host.NewPageAsync(Role.Registrar, browser: browser);
        await page.RouteAsync(reader, route => route.AbortAsync());
        await page.GotoAsync("/");
        await page.ArrivedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan" }).PressAsync("Enter");
        await Expect(page.Locator(".scanner [role=status]")).ToContainTextAsync("could not be loaded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await page.UnrouteAsync(reader);
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan" }).ClickAsync();

        await Expect(page.Locator("#search-box")).ToHaveValueAsync("AGAIN77");
        File.Delete(film);
    }

    [Fact]
    public async Task The_focus_goes_on_from_the_rows_that_came_and_from_the_photo_after_the_one_that_was_left_out()
    {
        var administrator = await host.NewPageAsync(Role.Administrator);
        await administrator.GotoAsync("/administering/catalogues/makers");
        await Expect(administrator.Locator("main tbody tr")).ToHaveCountAsync(50);
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Show more" }).ClickAsync();
        await Expect(administrator.Locator("main tbody tr").Nth(50).Locator("a")).ToBeFocusedAsync();

        var seizure = await host.ClientAs(Role.Investigator).SeizureAsync("2021-02-05");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync($"/seizures/{seizure}/items/record");
        var photos = $"#item-of-{seizure:N}-item-photos";
        await page.Locator(photos + "-camera").SetInputFilesAsync([Photo(1), Photo(2)]);
        await Expect(page.Locator(".hashes li")).ToHaveCountAsync(2);
        await page.Locator(".hashes button").First.ClickAsync();
        await Expect(page.Locator(".hashes li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".hashes button")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(photos + "-camera")).ToBeFocusedAsync();
    }

    private static FilePayload Photo(byte number) => new() { Name = $"{number}.png", MimeType = "image/png", Buffer = [137, 80, 78, 71, number] };
}
