using System.Globalization;
using FirearmsRegistry.EndToEnd.Tests.Parties;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>
/// Each State's server is a process of its own that sends and receives with its own workers, and one of the two is killed at a random point
/// while a request is on its way. The hosts of the fixture have no port then: they file requests, and look.
/// </summary>
public sealed class KilledRegistriesTests(KilledRegistries two) : IClassFixture<KilledRegistries>
{
    private const int Kills = 20;
    private const int Seed = 20261125;

    /// <summary>After this time a server is killed wherever the document is, such as between two attempts.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_twenty_kills_both_registries_tell_the_same()
    {
        var output = TestContext.Current.TestOutputHelper;
        var random = new Random(Seed);
        var asked = new List<Guid>();
        output?.WriteLine($"seed {Seed}");
        for (var kill = 0; kill < Kills; kill++)
        {
            var victim = random.Next(2) == 0 ? two.Spain : two.Portugal;
            var (point, moment) = (Points[random.Next(Points.Length)], TimeSpan.FromMilliseconds(random.Next(0, 40)));
            var request = await two.AskAsync($"KILL-{kill:D2}");
            asked.Add(request);
            var reached = point.Of(two) is not { } look
                || await KilledRegistries.HoldsWithinAsync(Patience, () => look.State.ScalarAsync<bool>(look.Sql, request.ToString()));
            // Not a wait for something, but the random point itself.
            await Task.Delay(moment, Token);
            await two.KillAsync(victim);
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kill {kill + 1,2}: {victim.Country} {moment.TotalMilliseconds,2:F0} ms {(reached ? "after" : "into the wait in which")} {point.Name}"));
            await two.StartAsync(victim);
        }

        await two.SettleAsync(asked.Count);

        await two.AssertConsistentAsync();
        foreach (var request in asked)
        {
            Assert.Equal("acknowledged", await two.Spain.ScalarAsync<string>("select data ->> 'state' from registry.mt_doc_tracerequestdetails where id = $1", request));
            Assert.Equal(1, await two.Portugal.ScalarAsync<long>(
                "select count(*) from registry.mt_events where type = 'inbound_trace_received' and data ->> 'partnerReference' = $1", request.ToString()));
            Assert.Equal(1, await two.Spain.ScalarAsync<long>(
                "select count(*) from registry.mt_events where type = 'outbound_trace_acknowledged' and stream_id = $1", request));
        }

        Assert.Equal(0, await two.Spain.ScalarAsync<long>("select count(*) from registry.exchange_refusal")
            + await two.Portugal.ScalarAsync<long>("select count(*) from registry.exchange_refusal"));
        two.Stop();
    }

    /// <summary>How far a document has come when the moment begins at whose end a server is killed.</summary>
    private static readonly KillPoint[] Points =
    [
        new("the request was filed", _ => null),
        new("Spain took it to send it", two => (two.Spain,
            "select exists (select from registry.exchange_outbox where trace_request_id::text = $1 and attempts > 0)")),
        new("Portugal accepted it", two => (two.Portugal, "select exists (select from registry.exchange_thread where request_id = $1)")),
        new("Spain had the receipt", two => (two.Spain,
            "select exists (select from registry.exchange_outbox where trace_request_id::text = $1 and state = 'delivered')")),
        new("Spain had the acknowledgement", two => (two.Spain, "select exists (select from registry.exchange_inbox where trace_request_id::text = $1)")),
    ];

    private sealed record KillPoint(string Name, Func<TwoRegistries, (StateHost State, string Sql)?> Of);
}
