using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Exchange.Partners;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>The registry of one State: a server on a port and a database of its own, with its own keys and clock.</summary>
public sealed class StateHost(TestDatabases databases, string country, int port, Uri partner) : RegistryHost(databases)
{
    /// <summary>The State.</summary>
    public CountryCode Country { get; } = CountryCode.Parse(country).GetOrThrow();

    /// <summary>The other State as a partner here.</summary>
    public Guid PartnerId { get; } = Guid.CreateVersion7();

    protected override bool OnPort => true;

    /// <summary>Settings that another server of the same State needs as well.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Registry:Country"] = country,
        ["Registry:Outgoing:Servers:0"] = partner.GetLeftPart(UriPartial.Authority),
        ["Registry:Outgoing:AllowLoopback"] = "true",
        ["Registry:Outgoing:AnswerSeconds"] = "10",
    };

    protected override void Configure(IWebHostBuilder web)
    {
        web.UseSetting(WebHostDefaults.ServerUrlsKey, $"http://127.0.0.1:{port}");
        foreach (var (name, value) in Settings)
            web.UseSetting(name, value);
    }

    /// <summary>A client of a person with this role, whose token is of the present time of this State's clock.</summary>
    public async Task<RegistryClient> PersonAsync(Role role)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(role, TimeSpan.FromHours(4)));
        return new RegistryClient(client);
    }

    /// <summary>Has the first key made; its name and public half.</summary>
    public async Task<(string Name, SigningKey Key)> MakeKeyAsync()
    {
        (await (await PersonAsync(Role.Administrator)).PostAsync("/api/v1/exchange/keys", new JsonObject())).Expect(201);
        var keys = (await new RegistryClient(Anonymous()).GetAsync("/api/v1/exchange/keys")).Expect(200).Body!["keys"]!.AsArray();
        return (keys[0]!["kid"]!.GetValue<string>(), SigningKey.Parse(keys[0]!["spki"]!.GetValue<string>()).GetOrThrow());
    }

    /// <summary>Makes the other State known, reached through the network between them.</summary>
    public Task KnowAsync(CountryCode other, (string Name, SigningKey Key) key) => this.AddPartnerAsync(PartnerId, other, key.Name, key.Key,
        new PartnerChannel(ChannelKind.Registry, PartnerScenario.Short(partner.ToString()), true));

    /// <summary>Runs the sweep, and the deliveries that it or a commit has ordered, as the workers would.</summary>
    public async Task DeliverAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<Outbox>().FindDueAsync(Time.GetUtcNow(), TestContext.Current.CancellationToken);
        foreach (var document in due)
        {
            await using var one = Services.CreateAsyncScope();
            await one.ServiceProvider.GetRequiredService<DeliverDocumentJob>().RunAsync(document, TestContext.Current.CancellationToken);
        }
    }
}
