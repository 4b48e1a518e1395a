using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Numbers;
using FirearmsRegistry.Registry.Numbers.Voiding;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using JasperFx.Events;
using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>How acts on a job are written: the job, its firearm and its number in one transaction.</summary>
internal static class MarkingJobWriting
{
    public static string PathOf(Guid jobId) => $"/api/v1/marking-jobs/{jobId}";

    public static async Task<Result<Written>> ActAsync(
        RegistryWriter writer, Guid jobId, Func<MarkingJob, Firearm, Task<Result<MarkingDecision>>> decide, CommandContext context,
        CancellationToken token)
    {
        var fetched = await writer.FetchAsync<MarkingJob>(MarkingJobErrors.Job, jobId, context, token);
        if (fetched.Refused(out var refusal, out var job))
            return refusal;
        // Another record's id names a stream too, whose events make no job.
        if (job.Aggregate!.Mark is null)
            return Refusal.NotFound(MarkingJobErrors.Job, jobId);
        var firearm = await writer.Session.Events.FetchForWriting<Firearm>(job.Aggregate.FirearmId, token);
        if ((await decide(job.Aggregate, firearm.Aggregate!)).Refused(out refusal, out var decision))
            return refusal;
        var version = (job.StartingVersion ?? 0) + decision.OfJob.Count;
        await StageAsync(writer.Session, job, firearm, decision, token);
        return await writer.CommitAsync(new Written(false, PathOf(jobId), jobId, version), context, token);
    }

    /// <summary>Queues what was decided.</summary>
    public static async Task StageAsync(
        IDocumentSession session, IEventStream<MarkingJob> job, IEventStream<Firearm> firearm, MarkingDecision decision,
        CancellationToken token)
    {
        var spoiled = decision.SpoilsNumber is null ? null : job.Aggregate!.Number;
        job.AppendMany(decision.OfJob);
        if (decision.OfFirearm.Count > 0)
            firearm.AppendMany(decision.OfFirearm);
        if (spoiled is { } number)
            await VoidAsync(session, number, decision.SpoilsNumber!.Value, token);
    }

    private static async Task VoidAsync(IDocumentSession session, Marks.NationalNumbers.NationalNumber number, Note reason, CancellationToken token)
    {
        var series = NumberSeries.IdOf(number.Series);
        await NumberSeriesLock.TakeAsync(session, series, token);
        // A registrar may have voided the number meanwhile: then it is void for his reason.
        if (await IssuedNumbers.FindAsync(session, number, token) is { } issued
            && !VoidNumber.Decide(issued, new VoidNumber(series, number, reason)).Refused(out _, out var voided))
        {
            (await session.Events.FetchForWriting<NumberSeries>(series, token)).AppendOne(voided);
        }
    }
}
