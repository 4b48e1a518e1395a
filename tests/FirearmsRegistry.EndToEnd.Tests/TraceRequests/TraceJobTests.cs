using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.TraceRequests;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class TraceJobTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    // A changed item also has the figures of its year ordered.
    private const string Queued =
        "select count(*) from hangfire.jobqueue join hangfire.job on job.id = jobqueue.jobid where queue = $1 and invocationdata::text not like '%FigureJob%'";

    [Fact]
    public async Task Two_runs_at_once_and_a_third_one_later_end_a_trace_once()
    {
        var requests = new List<Guid>();
        foreach (var item in await host.SeizeManyAsync("TW", 10))
            requests.Add(await host.AskAsync(item));

        await Task.WhenAll(requests.Concat(requests).Select(host.SearchAsync));
        await Task.WhenAll(requests.Select(host.SearchAsync));

        foreach (var request in requests)
        {
            Assert.Equal(1, await CountAsync(request, "trace_searched"));
            Assert.Equal(1, await CountAsync(request, "trace_closed"));
        }
    }

    [Fact]
    public async Task A_search_is_in_the_access_log_once_in_the_name_of_who_asked_with_the_arms_that_were_seen()
    {
        var arm = await host.RegisterAsync("TG-1", Known<Guid>.Unknown);
        var request = await host.AskAsync(await host.SeizeAsync("TG-1", Known<Guid>.None));

        await host.SearchAsync(request);
        await host.SearchAsync(request);

        Assert.Equal(1, await host.ScalarAsync<long>(
            """
            select count(*) from registry.access_log log
            join registry.mt_events filed on filed.stream_id = $1 and filed.type = 'trace_requested' and filed.user_name = log.subject
            where log.criteria ->> 'traceRequest' = $1::text and log.action = 'search_firearms' and log.reason = 'trace' and log.record_ids = array[$2]
            """, request, arm));
    }

    [Fact]
    public async Task Urgent_requests_go_to_the_first_queue_and_others_to_the_second()
    {
        var urgent = await host.ScalarAsync<long>(Queued, "a-urgent");
        var normal = await host.ScalarAsync<long>(Queued, "b-default");

        (await host.ClientAs(Role.Investigator).PostAsync(Requests, Request(await host.SeizeAsync("TU-1", Known<Guid>.None), TracePriority.Urgent)))
            .Expect(201);
        await host.AskAsync(await host.SeizeAsync("TU-2", Known<Guid>.None));

        Assert.Equal((urgent + 1, normal + 1),
            (await host.ScalarAsync<long>(Queued, "a-urgent"), await host.ScalarAsync<long>(Queued, "b-default")));
    }

    [Fact]
    public async Task A_search_whose_order_was_lost_is_ordered_again_by_the_sweep_and_not_at_every_sweep()
    {
        var request = await host.AskAsync(await host.SeizeAsync("TL-1", Known<Guid>.None));
        await host.ScalarAsync<int>("with lost as (delete from hangfire.jobqueue returning 1) select count(*)::int from lost");

        await host.SweepAsync();
        var early = await OrderedAsync(request);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.SweepAsync();
        await host.SweepAsync();

        Assert.Equal((1, 2), (early, await OrderedAsync(request)));
    }

    [Fact]
    public async Task A_queued_job_carries_nothing_but_the_id_of_the_request()
    {
        var request = await host.AskAsync(await host.SeizeAsync("TA-1", Known<Guid>.None));

        var arguments = await host.ScalarAsync<string>("select arguments::text from hangfire.job where arguments::text like '%' || $1 || '%'", request.ToString());

        Assert.Equal($"""["\"{request}\"", null]""", arguments);
    }

    private Task<long> CountAsync(Guid stream, string type) => host.ScalarAsync<long>(
        "select count(*) from registry.mt_events where stream_id = $1 and type = $2", stream, type);

    private async Task<int> OrderedAsync(Guid request) => (int)await host.ScalarAsync<long>(
        "select count(*) from hangfire.job where arguments::text like '%' || $1 || '%'", request.ToString());
}
