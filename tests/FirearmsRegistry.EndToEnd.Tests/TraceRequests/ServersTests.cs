using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class ServersTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_two_hundred_traces_loses_none_and_doubles_none()
    {
        await AskForAllAsync(await host.SeizeManyAsync("KILL", 200));

        using (var first = ServerProcess.Start(host.ConnectionString, workers: 2))
        {
            await host.UntilClosedAsync(40);
            await first.KillAsync(Cancellation);
        }

        var beforeRestart = await host.StreamsWithAsync("trace_closed", 1);
        Assert.InRange(beforeRestart, 40, 199);

        using var second = ServerProcess.Start(host.ConnectionString, workers: 4);
        // What the dead server had in its hands is still hidden in the queue; the sweep does not wait for that.
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.SweepAsync();
        await host.UntilClosedAsync(200);

        Assert.Equal((200, 200, 200), (await host.StreamsWithAsync("trace_requested", 1), await host.StreamsWithAsync("trace_searched", 1),
            await host.StreamsWithAsync("trace_closed", 1)));
        Assert.Equal(200, await host.ScalarAsync<long>("select count(*) from registry.mt_events where type = 'trace_outcome_decided'"));
    }

    private async Task AskForAllAsync(IReadOnlyList<Guid> items)
    {
        foreach (var item in items)
            await host.AskAsync(item);
    }
}

public sealed class TwoServersTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    [Fact]
    public async Task Two_servers_that_share_the_queue_end_every_trace_once_even_where_it_was_ordered_twice()
    {
        var jobs = host.Services.GetRequiredService<IBackgroundJobClientV2>();
        foreach (var item in await host.SeizeManyAsync("TWO", 100))
        {
            var request = await host.AskAsync(item);
            jobs.Enqueue<TraceSearchJob>("a-urgent", job => job.RunAsync(request, CancellationToken.None));
        }

        using var one = ServerProcess.Start(host.ConnectionString, workers: 3);
        using var two = ServerProcess.Start(host.ConnectionString, workers: 3);
        await host.UntilClosedAsync(100);

        Assert.Equal((100, 100), (await host.StreamsWithAsync("trace_searched", 1), await host.StreamsWithAsync("trace_closed", 1)));
        Assert.Equal(100, await host.ScalarAsync<long>("select count(*) from registry.mt_events where type = 'trace_searched'"));
    }
}

/// <summary>A host whose jobs run.</summary>
public sealed class WorkingHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override int Workers => 2;
}

public sealed class JobServerTests(WorkingHost host) : IClassFixture<WorkingHost>
{
    [Fact]
    public async Task A_filed_request_is_searched_by_the_server_s_own_workers()
    {
        var item = (await host.SeizeManyAsync("JOB", 1)).Single();

        var request = await host.AskAsync(item);
        await host.UntilClosedAsync(1);

        Assert.Equal(1, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where stream_id = $1 and type = 'trace_closed'", request));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from hangfire.set where key = 'recurring-jobs' and value = 'trace-sweep'"));
    }

    [Fact]
    public async Task Only_administrators_see_the_jobs_and_nobody_can_touch_them()
    {
        Assert.Equal(200, await StatusAsync(Role.Administrator, HttpMethod.Get, "/jobs"));
        Assert.Equal(403, await StatusAsync(Role.Investigator, HttpMethod.Get, "/jobs"));
        Assert.Equal(401, (int)(await host.Anonymous().GetAsync("/jobs", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(403, await StatusAsync(Role.Administrator, HttpMethod.Post, "/jobs/recurring/trigger"));
    }

    private async Task<int> StatusAsync(Role role, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await host.ClientAs(role).Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
