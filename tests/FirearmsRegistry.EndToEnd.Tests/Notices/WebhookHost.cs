using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Shared.Outgoing;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Notices.Webhooks.Delivering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Notices;

/// <summary>A registry that may send to one other server, on this machine, and to one at an address that is never connected to.</summary>
public sealed class WebhookHost(TestDatabases databases) : RegistryHost(databases)
{
    public const string Webhooks = "/api/v1/webhooks";

    /// <summary>The other server.</summary>
    public OtherServer Other { get; } = new();

    /// <summary>A webhook that is told of missing arms from now on, at a path of the other server.</summary>
    public async Task<RegisteredHook> HookAsync(Uri address)
    {
        var answer = (await (await this.FreshClientAsync(Role.Administrator)).PostAsync(Webhooks, Hook(address.ToString()))).Expect(201);
        return new RegisteredHook(answer.Id, answer.Body!.Text("secret"));
    }

    public static JsonObject Hook(string address, string kind = "missing_arm_found") =>
        new() { ["name"] = "Case management", ["address"] = address, ["kinds"] = new JsonArray(kind) };

    public async Task SweepWebhooksAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WebhookSweepJob>().RunAsync(TestContext.Current.CancellationToken);
    }

    public async Task<ApiAnswer> ReadAsync(Guid webhook) =>
        (await (await this.FreshClientAsync(Role.Administrator)).GetAsync($"{Webhooks}/{webhook}")).Expect(200);

    protected override void Configure(IWebHostBuilder web) => web
        .UseSetting("Registry:Outgoing:Servers:0", Other.Address.ToString())
        .UseSetting("Registry:Outgoing:Servers:1", "https://169.254.169.254")
        .UseSetting("Registry:Outgoing:AllowLoopback", "true")
        .UseSetting("Registry:Outgoing:MostAnswerBytes", "10000")
        .UseSetting("Registry:Outgoing:AnswerSeconds", "8");
}

/// <summary>A webhook and the secret that was shown once.</summary>
public sealed record RegisteredHook(Guid Id, string Secret);
