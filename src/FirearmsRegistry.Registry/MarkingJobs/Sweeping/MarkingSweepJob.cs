using FirearmsRegistry.Registry.Firearms;
using Hangfire;
using JasperFx;
using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs.Sweeping;

/// <summary>
/// Runs each minute: a started job whose station has not said in time how it went has an unknown mark, and its arm goes into quarantine.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class MarkingSweepJob(MarkingJobRows rows, IDocumentStore store, TimeProvider time)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "marking-sweep";

    /// <summary>Runs the sweep once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        foreach (var due in await rows.DueAsync(time.GetUtcNow(), token))
            await ExpireAsync(due, token);
    }

    private async Task ExpireAsync(Guid jobId, CancellationToken token)
    {
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchForWriting<MarkingJob>(jobId, token);
        if (stream.Aggregate is not { } job || ExpireMarkingLease.Decide(job, time.GetUtcNow()) is not { } decision)
            return;
        var firearm = await session.Events.FetchForWriting<Firearm>(job.FirearmId, token);
        await MarkingJobWriting.StageAsync(session, stream, firearm, decision, token);
        // In the name of the person who started the machine and did not come back.
        session.LastModifiedBy = job.StartedBy;
        session.CausationId = job.StartedEvent.ToString();
        session.CorrelationId = job.StartedEvent.ToString();
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (ConcurrencyException)
        {
            // The station answered in between, or another server was first; the next run looks again.
        }
    }
}
