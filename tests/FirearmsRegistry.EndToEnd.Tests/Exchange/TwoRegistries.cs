using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Spain and Portugal: two registries with a network between them that can be cut in either direction.</summary>
public class TwoRegistries : IAsyncLifetime
{
    public TwoRegistries(TestDatabases databases)
        : this(databases, besideServers: false)
    {
    }

    /// <summary>Makes both.</summary>
    /// <param name="databases">The databases.</param>
    /// <param name="besideServers">Whether the network leads to other servers on the same databases, and the hosts only look.</param>
    protected TwoRegistries(TestDatabases databases, bool besideServers)
    {
        (SpainPort, PortugalPort) = (FreePort(), FreePort());
        (ToSpain, ToPortugal) = (new NetworkRelay(SpainPort), new NetworkRelay(PortugalPort));
        Spain = new StateHost(databases, "ESP", besideServers ? 0 : SpainPort, ToPortugal.Address);
        Portugal = new StateHost(databases, "PRT", besideServers ? 0 : PortugalPort, ToSpain.Address);
    }

    /// <summary>Where the network to Spain ends.</summary>
    protected int SpainPort { get; }

    /// <summary>Where the network to Portugal ends.</summary>
    protected int PortugalPort { get; }

    /// <summary>The State that asks.</summary>
    public StateHost Spain { get; }

    /// <summary>The State that is asked.</summary>
    public StateHost Portugal { get; }

    /// <summary>The way from Portugal to Spain.</summary>
    public NetworkRelay ToSpain { get; }

    /// <summary>The way from Spain to Portugal.</summary>
    public NetworkRelay ToPortugal { get; }

    public virtual async ValueTask InitializeAsync()
    {
        await Spain.InitializeAsync();
        await Portugal.InitializeAsync();
        await Portugal.KnowAsync(Spain.Country, await Spain.MakeKeyAsync());
        await Spain.KnowAsync(Portugal.Country, await Portugal.MakeKeyAsync());
    }

    /// <summary>Moves both clocks.</summary>
    public void Wait(TimeSpan time)
    {
        Spain.Time.Advance(time);
        Portugal.Time.Advance(time);
    }

    /// <summary>Lets documents go both ways until nobody owes any that is due.</summary>
    public async Task ExchangeAsync()
    {
        for (var round = 0; round < 4; round++)
        {
            await Spain.DeliverAsync();
            await Portugal.DeliverAsync();
        }
    }

    /// <summary>An arm that Portugal exported to Spain and that Spain seized without having a record of it; Spain's own trace, searched.</summary>
    public async Task<Guid> SeizeExportedArmAsync(string serial)
    {
        await Portugal.RegisterAsync(serial, Known<Guid>.Unknown, Transfer(TransferKind.Export, Known<Guid>.Unknown, "ESP"));
        var request = (await (await Spain.PersonAsync(Role.Investigator)).PostAsync(
            Requests, Request(await Spain.SeizeAsync(serial, Known<Guid>.Unknown)))).Expect(201).Id;
        await Spain.SearchAsync(request);
        return request;
    }

    /// <summary>Writes a request to Portugal and sends it as a document; its id.</summary>
    public async Task<Guid> AskPortugalAsync(Guid domestic)
    {
        var contact = await Spain.PersonAsync(Role.ContactPoint);
        var draft = (await contact.PostAsync("/api/v1/outbound-trace-requests",
            new JsonObject { ["parentId"] = domestic, ["partnerId"] = Spain.PartnerId, ["priority"] = "routine" })).Expect(201);
        (await contact.PostAsync($"{Requests}/{draft.Id}/submissions", new JsonObject { ["way"] = "document" }, draft.Version)).Expect(200);
        return draft.Id;
    }

    /// <summary>What one side delivered, the other accepted, once and with the same content; and nothing was accepted that nobody sent.</summary>
    public async Task AssertConsistentAsync()
    {
        foreach (var (sender, receiver) in new[] { (Spain, Portugal), (Portugal, Spain) })
        {
            var delivered = await DocumentsAsync(sender, "select document_id, digest from registry.exchange_outbox where state = 'delivered' order by 1");
            var accepted = await DocumentsAsync(receiver, "select document_id, digest from registry.exchange_inbox order by 1");
            Assert.Equal(delivered, accepted);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await ToSpain.DisposeAsync();
        await ToPortugal.DisposeAsync();
        await Spain.DisposeAsync();
        await Portugal.DisposeAsync();
    }

    private static async Task<List<string>> DocumentsAsync(StateHost state, string sql)
    {
        await using var command = state.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var documents = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            documents.Add($"{reader.GetGuid(0)} {Convert.ToHexString(reader.GetFieldValue<byte[]>(1))}");
        return documents;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
