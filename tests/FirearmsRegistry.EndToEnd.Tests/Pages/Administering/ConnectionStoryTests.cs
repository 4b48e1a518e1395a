using System.Text.RegularExpressions;
using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>An administrator's work on what is connected with the registry: another system that is told of notices, a station's key.</summary>
[Collection(InOneBrowser.Name)]
public sealed partial class ConnectionStoryTests(PagesHost host)
{
    [Fact]
    public async Task Another_system_is_told_its_secret_is_shown_once_and_its_deliveries_tell_each_attempt_until_it_is_ended()
    {
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/webhooks");
        await page.GetByLabel("What you call the system").FillAsync("Case management");
        await page.GetByLabel("Its address").FillAsync("https://elsewhere.example/hook");
        await page.GetByLabel("A missing arm was found").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Register and show the secret" }).ClickAsync();
        await page.GetByLabel("Its address").RefusedAsync();
        await Expect(page.Locator(".error")).ToContainTextAsync("must list this server first");

        await page.GetByLabel("Its address").FillAsync(host.Other.Answers("/story", 200).ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Register and show the secret" }).ClickAsync();
        await Expect(page.Locator("#webhook-secret")).ToHaveTextAsync(Secret());
        await page.GetByRole(AriaRole.Link, new() { Name = "To its deliveries" }).ClickAsync();
        await Expect(page.GetByText("Nothing was sent yet")).ToBeVisibleAsync();

        var webhook = Guid.Parse(new Uri(page.Url).Segments[^1]);
        await host.TellAsync("STORY-HOOK-1");
        await host.DeliverAsync(webhook);
        host.Other.Answers("/story", 503);
        await host.TellAsync("STORY-HOOK-2");
        await host.DeliverAsync(webhook);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
        var rows = page.Locator("tbody tr");
        await Expect(rows.Nth(0)).ToContainTextAsync("waits");
        await Expect(rows.Nth(0)).ToContainTextAsync("503");
        await Expect(rows.Nth(1)).ToContainTextAsync("taken");
        await Expect(rows.Nth(1)).ToContainTextAsync("200");

        await page.Locator("#endWebhook summary").ClickAsync();
        await page.Locator("#endWebhook").GetByLabel("Reason").FillAsync("The system was replaced.");
        await page.Locator("#endWebhook").GetByRole(AriaRole.Button, new() { Name = "End these notices" }).ClickAsync();
        await Expect(rows.Nth(0)).ToContainTextAsync("given up");
        await Expect(page.Locator(".facts .state")).ToHaveTextAsync("ended");
        await Expect(page.Locator("#endWebhook")).ToHaveCountAsync(0);

        await page.GotoAsync("/administering/webhooks");
        await Expect(page.Locator("tbody tr", new() { HasText = "Case management" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("#webhook-secret")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_stations_key_is_made_known_tells_since_when_and_is_revoked_for_a_reason()
    {
        var key = StationKeysShown.New();
        var page = await host.NewPageAsync(Role.Administrator);
        await page.GotoAsync("/administering/stations");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Depot 4");
        await page.GetByLabel("Place").FillAsync("Depot");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
        await page.GetByLabel("Public key").FillAsync("no key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key known" }).ClickAsync();
        await page.GetByLabel("Public key").RefusedAsync();
        await page.GetByLabel("Public key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key known" }).ClickAsync();

        var shown = page.Locator("#station-keys li", new() { HasText = key });
        await Expect(shown).ToContainTextAsync("The station’s own key");
        await Expect(shown).ToContainTextAsync("known since");
        await shown.Locator("summary").ClickAsync();
        await shown.GetByLabel("Reason").FillAsync("The machine was stolen.");
        await shown.GetByRole(AriaRole.Button, new() { Name = "Revoke this key" }).ClickAsync();
        await Expect(shown.Locator(".alert")).ToContainTextAsync("revoked");
        await Expect(shown).ToContainTextAsync("The machine was stolen.");
        await Expect(shown.Locator("summary")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Secret();
}
