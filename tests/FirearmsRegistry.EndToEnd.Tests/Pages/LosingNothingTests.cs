using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.Seizures;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>What was typed stays, and is sent once: through other languages, reloads, lost connections, expired sessions and second tabs.</summary>
[Collection(InOneBrowser.Name)]
public sealed class LosingNothingTests(PagesHost host)
{
    private const string Circumstances = "#record-seizure-circumstances-";

    [Fact]
    public async Task A_language_written_from_the_other_side_turns_the_page_and_makes_nothing_on_it_anew()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        await page.Locator("#register-party-name").FillAsync("Typed before");
        await page.Locator("#search-box").FillAsync("typed and not asked");
        await page.EvaluateAsync("() => [...document.querySelectorAll('form.panel, #search-box')].forEach(element => element.isTheSame = true)");

        foreach (var (language, direction) in new[] { ("ar", "rtl"), ("en", "ltr"), ("ar", "rtl") })
        {
            // Longer than what was read of the account is believed: whether he may open the page is asked anew.
            host.Time.Advance(AccountStandings.Lifetime * 2);
            await page.Locator(".language select").SelectOptionAsync(language);
            await Expect(page.Locator($"html[lang={language}][dir={direction}]")).ToBeVisibleAsync();
            await Expect(page.Locator("#register-party-name")).ToHaveValueAsync("Typed before");
            await Expect(page.Locator("#search-box")).ToHaveValueAsync("typed and not asked");
            Assert.True(await page.EvaluateAsync<bool>("() => [...document.querySelectorAll('form.panel, #search-box')].every(element => element.isTheSame)"));
        }

        Assert.Equal("rtl", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('main')).direction"));
    }

    [Fact]
    public async Task A_draft_of_every_kind_of_field_is_there_after_a_reload_going_back_a_lost_connection_and_an_expired_session()
    {
        var page = await host.NewPageAsync(Role.Investigator);
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync(address => address.Contains("/_blazor", StringComparison.Ordinal), socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        await page.GotoAsync("/record-seizure");
        await page.Locator(Circumstances + "place").FillAsync("Barracks of the test");
        await page.Locator(Circumstances + "transport").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.Locator(Circumstances + "route-departure").SelectOptionAsync("FRA");
        await None(page).CheckAsync();
        await Offence(page, 0).CheckAsync();
        await Offence(page, 2).CheckAsync();
        var transport = await page.Locator(Circumstances + "transport").InputValueAsync();

        await page.ReloadAsync();
        await AssertThereAsync(page, transport);

        await page.GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await AssertThereAsync(page, transport);

        await page.Context.SetOfflineAsync(true);
        foreach (var socket in sockets.ToList())
            await socket.CloseAsync();
        await Expect(page.GetByText("The connection is lost.")).ToBeVisibleAsync();
        await Offence(page, 1).CheckAsync();
        await Offence(page, 2).UncheckAsync();
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Expect(Offence(page, 1)).ToBeCheckedAsync();
        await Expect(Offence(page, 2)).Not.ToBeCheckedAsync();
        await Offence(page, 1).UncheckAsync();
        await Offence(page, 2).CheckAsync();
        await AssertThereAsync(page, transport);

        await host.EndSessionsAsync(Role.Investigator);
        await page.Locator("form.panel .go").ClickAsync();
        await Expect(page.Locator(".problem")).ToContainTextAsync("Your session has ended.");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        await host.SignInAsync(page, Role.Investigator);
        await page.GotoAsync("/record-seizure");
        await AssertThereAsync(page, transport);
    }

    [Fact]
    public async Task Flags_photos_and_further_marks_are_there_again_too()
    {
        var seizure = await host.ClientAs(Role.Investigator).SeizureAsync("2021-02-03");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync($"/seizures/{seizure}/items/record");
        var form = $"#item-of-{seizure:N}-item-";
        await page.Locator(form + "arm-antique").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One more mark" }).ClickAsync();
        await page.Locator(form + "marks-1-text").FillAsync("SECOND");
        await page.Locator(form + "photos-camera").SetInputFilesAsync(new FilePayload { Name = "arm.png", MimeType = "image/png", Buffer = [137, 80, 78, 71] });
        await Expect(page.Locator(".hashes li")).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('/item/photos'))");

        await page.ReloadAsync();

        await Expect(page.Locator(form + "arm-antique")).ToBeCheckedAsync();
        await Expect(page.Locator(form + "marks-1-text")).ToHaveValueAsync("SECOND");
        await Expect(page.Locator(".hashes li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_double_click_a_second_tab_of_the_same_draft_a_reload_and_going_back_make_one_record()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        await page.Locator("#register-party-name").FillAsync("Once Alone");
        await page.DraftBegunAsync("register-party");
        var before = await PartiesAsync();
        var tab = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { window.open(location.href); }"));
        await Expect(tab.Locator("#register-party-name")).ToHaveValueAsync("Once Alone");

        await page.Locator("form.panel .go").DblClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        await tab.Locator("form.panel .go").ClickAsync();
        await Expect(tab.Locator(".done")).ToBeVisibleAsync();
        Assert.Equal(before + 1, await PartiesAsync());

        await page.ReloadAsync();
        await Expect(page.Locator("#register-party-name")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What waits for you" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("#register-party-name")).ToHaveValueAsync("");
        Assert.Equal(before + 1, await PartiesAsync());
    }

    [Fact]
    public async Task A_draft_that_was_sent_otherwise_in_another_tab_goes_on_as_a_new_record()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        await page.Locator("#register-party-name").FillAsync("First Of Two");
        await page.DraftBegunAsync("register-party");
        var before = await PartiesAsync();
        var tab = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { window.open(location.href); }"));
        await Expect(tab.Locator("#register-party-name")).ToHaveValueAsync("First Of Two");
        await page.Locator("form.panel .go").ClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();

        await tab.Locator("#register-party-name").FillAsync("Second Of Two");
        await tab.Locator("form.panel .go").ClickAsync();
        await tab.Locator(".problem").RefusedAsync();
        await Expect(tab.Locator(".problem")).ToContainTextAsync("recorded with other values");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Begin a new one" }).ClickAsync();
        await Expect(tab.Locator(".problem")).ToHaveCountAsync(0);
        await Expect(tab.Locator("form.panel .go")).ToBeFocusedAsync();
        await tab.ReloadAsync();
        await Expect(tab.Locator("#register-party-name")).ToHaveValueAsync("Second Of Two");
        await tab.Locator("form.panel .go").ClickAsync();

        await Expect(tab.Locator(".done")).ToBeVisibleAsync();
        Assert.Equal(before + 2, await PartiesAsync());
    }

    [Fact]
    public async Task The_item_before_can_be_copied_after_a_reload_with_all_its_marks()
    {
        var seizure = await host.ClientAs(Role.Investigator).SeizureAsync("2021-02-04");
        var page = await host.NewPageAsync(Role.Investigator);
        await page.GotoAsync($"/seizures/{seizure}/items/record");
        var form = $"#item-of-{seizure:N}-item-";
        await page.Locator(form + "maker").FillAsync("Copied Works");
        await page.Locator(form + "marks-0-text").FillAsync("CPY-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "One more mark" }).ClickAsync();
        await page.Locator(form + "marks-1-kind").SelectOptionAsync("import");
        await page.Locator(form + "marks-1-text").FillAsync("IMP 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record item" }).ClickAsync();
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(form + "maker")).ToHaveValueAsync("");
        await page.WaitForFunctionAsync("() => Object.values(sessionStorage).some(kept => kept.includes('Copied Works'))");

        await page.ReloadAsync();
        await page.Locator("#copy-last").ClickAsync();

        await Expect(page.Locator(form + "maker")).ToHaveValueAsync("Copied Works");
        await Expect(page.Locator(form + "marks-1-kind")).ToHaveValueAsync("import");
        await Expect(page.Locator(form + "marks-1-text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task On_the_page_of_the_next_record_stands_nothing_of_the_one_before()
    {
        var administrator = host.ClientAs(Role.Administrator);
        var stations = new List<Guid>();
        foreach (var name in new[] { "Next door A", "Next door B" })
            stations.Add((await administrator.PostAsync("/api/v1/stations", new { name, place = "Depot" })).Expect(201).Id);
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync($"/administering/stations/{stations[0]}");
        await page.Locator($"#assign-operator-{stations[0]:N}-until").FillAsync("2031-01-01T00:00Z");

        await GoAsync(page, $"/administering/stations/{stations[1]}");
        await Expect(page.Locator("main h1")).ToContainTextAsync("Next door B");
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        await Expect(page.Locator($"#assign-operator-{stations[1]:N}-until")).ToHaveValueAsync("");

        await page.GoBackAsync();
        await Expect(page.Locator($"#assign-operator-{stations[0]:N}-until")).ToHaveValueAsync("2031-01-01T00:00Z");

        await page.GotoAsync("/administering/catalogues/actions/bolt");
        await Expect(page.Locator("#correct-entry-actions-bolt-entry-name")).ToBeVisibleAsync();
        await GoAsync(page, "/administering/catalogues/actions/pump");
        await Expect(page.Locator("#correct-entry-actions-pump-entry-name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_one_person_typed_and_looked_up_for_is_nothing_for_the_next_in_the_same_tab()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties");
        await page.Locator("#case-reference").FillAsync("FIRST-1/2026");
        await page.Locator("#case-reference").PressAsync("Enter");
        await Expect(page.Locator(".case")).ToContainTextAsync("FIRST-1/2026");
        await page.GotoAsync("/parties/register");
        await page.Locator("#register-party-name").FillAsync("Typed by the first");
        await page.ReloadAsync();
        await Expect(page.Locator("#register-party-name")).ToHaveValueAsync("Typed by the first");

        await host.SignInAsync(page, Role.Investigator);
        await page.GotoAsync("/parties");

        await Expect(page.Locator("#case-reference")).ToBeVisibleAsync();
        await Expect(page.Locator(".case")).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => !JSON.stringify({ ...sessionStorage }).includes('Typed by the first')");
    }

    [Fact]
    public async Task Where_the_tab_has_no_room_for_a_draft_the_form_says_so_and_is_sent_all_the_same()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        var name = page.Locator("#register-party-name");
        var notice = page.GetByRole(AriaRole.Status).GetByText("its storage is full");
        await page.DraftBegunAsync("register-party");
        await Expect(notice).ToBeHiddenAsync();

        await FillStorageAsync(page);
        await name.FillAsync("Typed while there was no room");
        await Expect(notice).ToBeVisibleAsync();

        await page.EvaluateAsync("() => { Object.keys(sessionStorage).filter(name => name.startsWith('full-')).forEach(name => sessionStorage.removeItem(name)); }");
        await name.FillAsync("Typed when there was room again");
        await Expect(notice).ToBeHiddenAsync();

        await FillStorageAsync(page);
        await name.FillAsync("Typed and sent while there was no room");
        await Expect(notice).ToBeVisibleAsync();
        var before = await PartiesAsync();
        await page.Locator("form.panel .go").ClickAsync();
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        Assert.Equal(before + 1, await PartiesAsync());
    }

    [Fact]
    public async Task A_page_that_failed_says_so_and_is_tried_again_with_what_was_typed()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/parties/register");
        await page.Locator("#register-party-name").FillAsync("Typed before it failed");
        await page.Locator("#register-party-dateOfBirth").FillAsync("no date");
        await page.DraftBegunAsync("register-party");
        await page.EvaluateAsync("""
            () => {
                const focus = HTMLElement.prototype.focus;
                HTMLElement.prototype.focus = () => { HTMLElement.prototype.focus = focus; throw new Error('The page failed.'); };
            }
            """);

        await page.Locator("form.panel .go").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Something went wrong on this page" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(page.Locator("#register-party-name")).ToHaveValueAsync("Typed before it failed");
    }

    [Fact]
    public async Task Pasted_text_that_turns_or_hides_is_shown_for_what_it_is_before_and_after_it_is_refused()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        var field = page.Locator(".field", new() { Has = page.Locator("#register-firearm-mark-text") });

        await page.Locator("#register-firearm-mark-text").FillAsync("AB\u202E12\u0007");
        await page.Locator("#register-firearm-mark-text").PressAsync("Enter");

        await Expect(field.Locator(".caution bdi")).ToHaveTextAsync("ABU+202E12U+0007");
        await Expect(page.Locator("#register-firearm-mark-text-errors")).ToContainTextAsync("U+0007");
    }

    /// <summary>As by a link on the page: it is not loaded anew.</summary>
    private static async Task GoAsync(IPage page, string address) => await page.EvaluateAsync("address => { window.Blazor.navigateTo(address); }", address);

    /// <summary>Until there is no room even for a few signs more.</summary>
    private static async Task FillStorageAsync(IPage page) => await page.EvaluateAsync("""
        () => {
            let size = 1 << 22;
            for (let place = 0; size >= 1; place++) {
                try { sessionStorage.setItem(`full-${place}`, 'x'.repeat(size)); } catch { size >>= 1; }
            }
        }
        """);

    private static ILocator None(IPage page) => page.Locator("[data-at='/circumstances/unit'][data-none]");

    private static ILocator Offence(IPage page, int number) => page.Locator("[data-at='/circumstances/suspectedOffences']").Nth(number);

    private static async Task AssertThereAsync(IPage page, string transport)
    {
        await Expect(page.Locator(Circumstances + "place")).ToHaveValueAsync("Barracks of the test");
        await Expect(page.Locator(Circumstances + "transport")).ToHaveValueAsync(transport);
        await Expect(page.Locator(Circumstances + "route-departure")).ToHaveValueAsync("FRA");
        await Expect(None(page)).ToBeCheckedAsync();
        await Expect(Offence(page, 0)).ToBeCheckedAsync();
        await Expect(Offence(page, 1)).Not.ToBeCheckedAsync();
        await Expect(Offence(page, 2)).ToBeCheckedAsync();
    }

    private Task<long> PartiesAsync() => host.ScalarAsync<long>("select count(*) from registry.mt_events where type = 'party_registered'");
}
