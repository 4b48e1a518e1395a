using FirearmsRegistry.EndToEnd.Tests.Pages.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages;

/// <summary>A registrar's work from sign-in to result.</summary>
[Collection(InOneBrowser.Name)]
public sealed class RegistrarStoryTests(PagesHost host)
{
    private const string Mark = "EXAMPLE ARMS ESP PX40017";

    [Fact]
    public async Task A_registrar_signs_in_registers_and_marks_an_arm_finds_it_by_its_mark_and_reads_its_life()
    {
        var page = await host.NewPageAsync();
        await page.SignInAsync(host, "rosa.registrar", "registrar");

        await page.GetByRole(AriaRole.Link, new() { Name = "Register and mark an arm" }).First.ClickAsync();
        await page.FillRegistrationAsync(Mark, "PX40017");
        await page.GetByLabel("Depth, mm").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registered" })).ToBeVisibleAsync();

        // Enter again: the focus is on "Next arm", and then on the mark of the next one.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next arm" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Mark, exactly as on the metal")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Maker", new() { Exact = true })).ToHaveValueAsync("Example Arms");

        await page.GetByLabel("Mark, national number, record or name").FillAsync("px 40017");
        await page.GetByLabel("Mark, national number, record or name").PressAsync("Enter");
        await page.GetByLabel("Reference of the case").FillAsync("REG-7/2026");
        await page.GetByLabel("Reference of the case").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = Mark }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Life of the arm" })).ToBeVisibleAsync();
        await Expect(page.Locator(".timeline li")).ToHaveCountAsync(2);
        await Expect(page.Locator(".case")).ToContainTextAsync("REG-7/2026");
        var log = await host.ClientAs(Role.Auditor).GetAsync("/api/v1/access-log?limit=50");
        Assert.Contains("REG-7/2026", log.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_makes_one_record()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.FillRegistrationAsync("EXAMPLE ARMS ESP PX50001", "PX50001");
        var before = await CountAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).DblClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Registered" })).ToBeVisibleAsync();

        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_page_was_loaded_anew_and_makes_the_same_record()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.FillRegistrationAsync("EXAMPLE ARMS ESP PX60001", "PX60001");

        await page.ReloadAsync();

        await Expect(page.GetByLabel("Serial number in it")).ToHaveValueAsync("PX60001");
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_with_the_value_the_rule_and_its_source()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.FillRegistrationAsync("EXAMPLE ARMS ESP PX70001", "PX70001");
        await page.GetByLabel("Depth, mm").EnterAsync("0.01");

        await page.GetByLabel("Depth, mm").RefusedAsync();
        await Expect(page.Locator("#register-firearm-mark-depthMm-errors")).ToContainTextAsync("0.01");
        await Expect(page.Locator("#register-firearm-mark-depthMm-errors .source")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_language_changes_at_once_and_what_was_typed_stays()
    {
        var page = await host.NewPageAsync(Role.Registrar);
        await page.GotoAsync("/firearms/register");
        await page.FillRegistrationAsync("EXAMPLE ARMS ESP PX80001", "PX80001");

        await page.GetByLabel("Language").SelectOptionAsync("ar");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("تسجيل سلاح ووسمه");
        await Expect(page.GetByLabel("الرقم التسلسلي فيها")).ToHaveValueAsync("PX80001");
    }

    private Task<long> CountAsync() => host.ScalarAsync<long>("select count(*) from registry.mt_events where type = 'firearm_registered'");
}
