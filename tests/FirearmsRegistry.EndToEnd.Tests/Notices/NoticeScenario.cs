using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Notices.Webhooks.Delivering;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Notices;

/// <summary>Missing arms, searches that hit them, and inboxes.</summary>
internal static class NoticeScenario
{
    public const string Inbox = "/api/v1/notices";

    /// <summary>A client with a token of this moment: tests that move the clock outlive those of the start.</summary>
    public static async Task<RegistryClient> FreshClientAsync(this RegistryHost host, Role role)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.TokenAsync(role, TimeSpan.FromHours(1)));
        return new RegistryClient(client);
    }

    /// <summary>An arm that a registrar has reported stolen.</summary>
    public static async Task<Guid> StolenAsync(this RegistryHost host, string serial)
    {
        var registrar = await host.FreshClientAsync(Role.Registrar);
        var firearm = await registrar.RegisteredAsync(serial);
        (await registrar.PostAsync($"{firearm.Location}/losses", Loss(), firearm.Version)).Expect(201);
        return firearm.Id;
    }

    public static JsonObject Loss() => new()
    {
        ["kind"] = "stolen",
        ["occurredOn"] = new JsonObject { ["is"] = "unknown" },
        ["reportedOn"] = "2021-02-03",
        ["report"] = "Police 7",
    };

    public static async Task SearchMarkAsync(this RegistryHost host, string serial, Role role = Role.Investigator) =>
        (await (await host.FreshClientAsync(role)).SearchAsync("/api/v1/firearm-searches", new { mark = serial })).Expect(200);

    /// <summary>One notice to each webhook that is told of missing arms: a stolen arm is found by whoever reported it.</summary>
    public static async Task<Guid> TellAsync(this RegistryHost host, string serial)
    {
        var arm = await host.StolenAsync(serial);
        await host.SearchMarkAsync(serial, Role.Registrar);
        return arm;
    }

    /// <summary>Sends what is due to a webhook, as the job does.</summary>
    public static async Task DeliverAsync(this RegistryHost host, Guid webhook)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WebhookDeliveryJob>().RunAsync(webhook, TestContext.Current.CancellationToken);
    }

    /// <summary>The notices of a role's person that are about a record.</summary>
    public static async Task<IReadOnlyList<JsonNode>> InboxAsync(this RegistryHost host, Role role, Guid about)
    {
        var page = (await (await host.FreshClientAsync(role)).GetAsync($"{Inbox}?limit=200")).Expect(200).Body!;
        return [.. page["items"]!.AsArray().Where(notice => notice!["resource"]!["path"]!.GetValue<string>().EndsWith(about.ToString(), StringComparison.Ordinal))!];
    }

    /// <summary>A trace request of this client's for an item.</summary>
    public static async Task<Guid> AskForAsync(this RegistryClient client, Guid item) =>
        (await client.PostAsync(TraceScenario.Requests, TraceScenario.Request(item))).Expect(201).Id;

    /// <summary>A day as the API writes it, so many days from the server's today.</summary>
    public static string DayIn(this RegistryHost host, int days) =>
        host.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();
}
