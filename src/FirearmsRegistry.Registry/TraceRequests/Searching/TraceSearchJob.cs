using FirearmsRegistry.Registry.TraceRequests.Receiving;
using Hangfire;
using JasperFx;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>
/// The job that searches one trace request. Its name and its method's are a contract with the jobs that are queued. It may run any number
/// of times, also at once: every trace ends once.
/// </summary>
[AutomaticRetry(Attempts = 10)]
internal sealed class TraceSearchJob(IDocumentStore store, TraceSearch search, InboundSearch inbound)
{
    private const int Attempts = 5;

    /// <summary>Searches the request, or does nothing where that is done.</summary>
    /// <param name="traceRequestId">The request.</param>
    /// <param name="token">Cancels before the commit.</param>
    public async Task RunAsync(Guid traceRequestId, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var session = store.LightweightSession();
            if (!(await search.StageAsync(session, [traceRequestId], token)).Any && !await inbound.StageAsync(session, traceRequestId, token))
                return;
            try
            {
                await session.SaveChangesAsync(token);
                return;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Another run was first, or somebody wrote to the item meanwhile: look again.
            }
        }
    }
}
