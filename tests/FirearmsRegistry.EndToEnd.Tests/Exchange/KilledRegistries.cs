using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Two registries whose servers are processes that can be killed.</summary>
public sealed class KilledRegistries(TestDatabases databases) : TwoRegistries(databases, besideServers: true)
{
    private readonly Dictionary<StateHost, ServerProcess> _servers = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Task.WhenAll(StartAsync(Spain), StartAsync(Portugal));
    }

    /// <summary>Starts a State's server and waits until it answers.</summary>
    internal async Task StartAsync(StateHost state)
    {
        var address = $"http://127.0.0.1:{(state == Spain ? SpainPort : PortugalPort)}";
        _servers[state] = ServerProcess.Start(state.ConnectionString, workers: 2, address, state.Settings);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await UntilAsync(async () =>
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready", Token);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>As a power cut would.</summary>
    internal async Task KillAsync(StateHost state)
    {
        await _servers[state].KillAsync(Token);
        _servers[state].Dispose();
    }

    /// <summary>A request to Portugal about an arm that it exported; the servers' workers send it.</summary>
    internal async Task<Guid> AskAsync(string serial) => await AskPortugalAsync(await SeizeExportedArmAsync(serial));

    /// <summary>
    /// Lets everything that waits be delivered. The wait between two attempts is skipped; the clocks of servers and hosts stay the same, since
    /// what one signs the other looks at.
    /// </summary>
    internal Task SettleAsync(int requests) => UntilAsync(async () =>
    {
        foreach (var state in new[] { Spain, Portugal })
        {
            await state.ScalarAsync<int>(
                "with due as (update registry.exchange_outbox set due_at = created_at where state = 'waiting' returning 1) select count(*)::int from due");
            await state.DeliverAsync();
        }

        return await Spain.ScalarAsync<long>("select count(*) from registry.mt_events where type = 'outbound_trace_acknowledged'") == requests;
    });

    public override async ValueTask DisposeAsync()
    {
        Stop();
        await base.DisposeAsync();
    }

    /// <summary>Ends both servers.</summary>
    internal void Stop()
    {
        foreach (var server in _servers.Values)
            server.Dispose();
        _servers.Clear();
    }

    /// <summary>Looks whether something comes to hold in so long a time.</summary>
    internal static async Task<bool> HoldsWithinAsync(TimeSpan time, Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(time);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (!await holds())
                await look.WaitForNextTickAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds) => Assert.True(await HoldsWithinAsync(TimeSpan.FromMinutes(2), holds));
}
