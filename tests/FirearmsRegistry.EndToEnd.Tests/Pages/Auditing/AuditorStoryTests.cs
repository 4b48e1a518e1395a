using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Pages.SigningIn;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Auditing;

/// <summary>An auditor's work.</summary>
[Collection(InOneBrowser.Name)]
public sealed class AuditorStoryTests(PagesHost host)
{
    [Fact]
    public async Task An_auditor_finds_a_look_up_with_its_reason_and_reads_the_record_as_it_was_recorded()
    {
        var arm = await host.ClientAs(Role.Registrar).RegisteredAndVerifiedAsync("AU2001");
        var investigator = await host.NewPageAsync(Role.Investigator);
        await investigator.GotoAsync("/search");
        await investigator.Locator("#search-box").FillAsync("AU2001");
        await investigator.Locator("#search-box").PressAsync("Enter");
        await investigator.Locator("#case-reference").FillAsync("AUD-9/2026");
        await investigator.Locator("#case-reference").PressAsync("Enter");
        await Expect(investigator.Locator("table")).ToBeVisibleAsync();

        var auditor = await host.NewPageAsync();
        await auditor.SignInAsync(host, "axel.auditor", "auditor");
        await auditor.GotoAsync("/access-log");
        await auditor.GetByLabel("Record", new() { Exact = true }).EnterAsync(arm.Id.ToString());
        var look = auditor.Locator("tbody tr", new() { HasText = "AUD-9/2026" });
        // The search looked for people too; the record was shown by one of the two look-ups.
        await Expect(look).ToHaveCountAsync(1);
        await Expect(look).ToContainTextAsync("demo-investigator");
        await Expect(look).ToContainTextAsync("searched arms by mark");
        await Expect(look.Locator(".asked")).ToHaveTextAsync("AU2001");
        await look.GetByText("1 record").ClickAsync();
        await Expect(look.Locator($"a[href='/firearms/{arm.Id}']")).ToBeVisibleAsync();
        await look.GetByRole(AriaRole.Link, new() { Name = $"Recorded events {arm.Id}" }).ClickAsync();

        await Expect(auditor.Locator(".timeline li").First).ToContainTextAsync("firearm_registered");
        await Expect(auditor.Locator(".timeline li").First).ToContainTextAsync("demo-registrar");
        await Expect(auditor.Locator(".recorded-data").Nth(1)).ToContainTextAsync("AU2001");
    }
}
