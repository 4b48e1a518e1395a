using System.Collections.Frozen;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Parties;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.BulkTracing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.TraceRequests;

public sealed class BulkTraceTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    internal static readonly CommandContext Context = new(
        new Actor("clerk-1", "issuer", null, FrozenSet<Role>.Empty, IsHuman: true), TimeProvider.System.GetUtcNow(), null, "bulk-test");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_is_searched_by_one_job_which_goes_on_after_it_was_interrupted_and_may_run_again()
    {
        var requests = (await host.SeizeManyAsync("BULK", 120)).Select(Request).ToArray();
        var list = new OrderBulkTrace(Guid.CreateVersion7(), requests);
        await using var scope = host.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<OrderBulkTraceHandler>();
        var job = scope.ServiceProvider.GetRequiredService<BulkTraceJob>();
        Assert.Null((await handler.HandleAsync(list, Context, Cancellation)).Refusal);
        await host.SearchAsync(requests[7].TraceRequestId);

        using (var interrupted = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            var running = job.RunAsync(list.BulkTraceId, interrupted.Token);
            await host.UntilClosedAsync(2);
            await interrupted.CancelAsync();
            await Record.ExceptionAsync(() => running);
        }

        await Task.WhenAll(job.RunAsync(list.BulkTraceId, Cancellation), job.RunAsync(list.BulkTraceId, Cancellation));

        var progress = (await handler.ProgressAsync(list.BulkTraceId, Cancellation))!;
        Assert.Equal((120, 120), (progress.Total, progress.Done));
        Assert.NotNull(progress.FinishedAt);
        Assert.Equal((120, 120), (await host.StreamsWithAsync("trace_searched", 1), await host.StreamsWithAsync("trace_closed", 1)));
        Assert.Equal(1, await host.ScalarAsync<long>("select count(*) from hangfire.jobqueue where queue = 'c-bulk'"));
        Assert.Equal(120, await host.ScalarAsync<long>(
            "select count(*) from registry.mt_events where type = 'trace_closed' and user_name = 'clerk-1' and causation_id is not null"));
    }

    internal static RequestTrace Request(Guid item) => new(Guid.CreateVersion7(), item, TracePriority.Routine, null, IllicitGround.NationalLaw,
        Note.Parse("Possession without a licence.").GetOrThrow(), Known<Note>.Unknown, null, Note.Parse("Statistics.").GetOrThrow(),
        ShortText.Parse("Provincial police").GetOrThrow(), null);
}
