using FirearmsRegistry.EndToEnd.Tests.Notices;
using FirearmsRegistry.Registry.Access;
using Microsoft.Playwright;
using Npgsql;
using static Microsoft.Playwright.Assertions;

namespace FirearmsRegistry.EndToEnd.Tests.Pages.Administering;

/// <summary>The administrator's pages and the tour.</summary>
internal static class AdministeringLookedAt
{
    private const Role Administrator = Role.Administrator;

    public static IReadOnlyList<LookedAt> Pages { get; } =
    [
        new("first-steps", "/administering/first-steps", Administrator, _ => "/administering/first-steps", page => Shown(page, ".to-do li")),
        new("users", "/administering/users", Administrator, _ => "/administering/users", page => Shown(page, "tbody tr")),
        new("user", "/administering/users/{Id:guid}", Administrator, _ => "/administering/users", page => FollowAsync(page, "tbody a", "#disable")),
        new("stations", "/administering/stations", Administrator, _ => "/administering/stations", page => Shown(page, "form.panel")),
        new("station", "/administering/stations/{Id:guid}", Administrator, _ => "/administering/stations", StationAsync),
        new("catalogue", "/administering/catalogues/{Name}", Administrator, _ => "/administering/catalogues/makers", page => Shown(page, "tbody tr")),
        new("catalogue-entry", "/administering/catalogues/{Name}/{Code}", Administrator, _ => "/administering/catalogues/makers",
            page => FollowAsync(page, "tbody a", "form.panel")),
        new("catalogue-entry-new", "/administering/catalogues/{Name}/entries/new", Administrator, _ => "/administering/catalogues/makers/entries/new", async page =>
        {
            await page.Locator("[id$=names-add]").ClickAsync();
            await page.Locator("[id$=links-add]").ClickAsync();
            await Shown(page, "[id$=links-0]");
        }),
        new("partner-administered", "/partners/{Id:guid}", Administrator, records => $"/partners/{records.Tracing.Partner}", async page =>
        {
            await page.Locator("#set-channels > summary").ClickAsync();
            await page.Locator("[id$=channels-add]").ClickAsync();
            await Shown(page, "[id$=channels-0]");
            await page.Locator("#set-clock-urgent > summary").ClickAsync();
            await page.Locator("#set-calendar > summary").ClickAsync();
            await page.Locator("#pair-secret > summary").ClickAsync();
        }),
        new("keys", "/administering/keys", Administrator, _ => "/administering/keys", page => Shown(page, "#published")),
        new("webhooks", "/administering/webhooks", Administrator, _ => "/administering/webhooks", page => Shown(page, "tbody tr")),
        new("webhook", "/administering/webhooks/{Id:guid}", Administrator, records => $"/administering/webhooks/{records.Webhook}",
            page => Shown(page, "#deliveries ~ .table-wrap tbody tr")),
        new("state", "/administering/state", Administrator, _ => "/administering/state", page => Shown(page, ".state")),
        new("tour", "/tour", Administrator, _ => "/tour", page => Shown(page, "main p")),
    ];

    /// <summary>Marks the database as the demo's, so that the tour shows itself.</summary>
    public static async Task MarkDemoAsync(PagesHost host)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("create schema demo; create table demo.load as select now() as finished_at", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A webhook to which one notice was delivered and another was not.</summary>
    public static async Task<Guid> ToldWebhookAsync(PagesHost host)
    {
        var address = host.Other.Answers("/looked-at", 200);
        var webhook = (await host.ClientAs(Administrator).PostAsync(WebhookHost.Webhooks, WebhookHost.Hook(address.ToString()))).Expect(201).Id;
        await host.TellAsync("LA-HOOK-1");
        await host.DeliverAsync(webhook);
        host.Other.Answers("/looked-at", 503);
        await host.TellAsync("LA-HOOK-2");
        await host.DeliverAsync(webhook);
        return webhook;
    }

    private static Task Shown(IPage page, string selector) => Expect(page.Locator(selector).First).ToBeVisibleAsync();

    private static async Task FollowAsync(IPage page, string link, string selector)
    {
        await page.Locator(link).First.ClickAsync();
        await Shown(page, selector);
    }

    private static async Task StationAsync(IPage page)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Workshop 1");
        await page.GetByLabel("Place").FillAsync("Central arms depot");
        await page.GetByLabel("Machine").FillAsync("Dot peen, TCP");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await page.GetByLabel("Public key").FillAsync(StationKeysShown.New());
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key known" }).ClickAsync();
        await Shown(page, "#station-keys li");
    }
}
