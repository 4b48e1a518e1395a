using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.MarkingJobs.Batching;

/// <summary>Have the jobs of a batch wait, or go on. A machine that was told to go finishes its mark.</summary>
internal static class PauseMarkingBatch
{
    public const string PausedAlready = "marking-batch-paused";

    public const string NotPaused = "marking-batch-not-paused";

    /// <summary>The body of a pause.</summary>
    public sealed record PauseBody(Note Reason);

    /// <summary>The body of a resumption.</summary>
    public sealed record ResumptionBody(Note? Remark = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<MarkingBatchAnswer, MarkingBatchDetails>("/marking-batches/{id:guid}/pauses", PauseAsync)
            .Named("pauseMarkingBatch", "Have the jobs of a batch that were not started wait")
            .Requires(AccessPolicy.RunMarkingJobs)
            .Example(new PauseBody(MarkingJobExamples.Reason("The needle is worn.")))
            .Refuses(PausedAlready);
        routes.MapChange<MarkingBatchAnswer, MarkingBatchDetails>("/marking-batches/{id:guid}/resumptions", ResumeAsync)
            .Named("resumeMarkingBatch", "Let a batch go on")
            .Requires(AccessPolicy.RunMarkingJobs)
            .Example(new ResumptionBody(MarkingJobExamples.Reason("The needle was replaced.")))
            .Refuses(NotPaused);
    }

    public static Result<IReadOnlyList<object>> DecidePause(MarkingBatch batch, Note reason) => batch.Paused
        ? new Refusal(PausedAlready, RefusalKind.Conflict, "The batch is paused.")
        : Result.Of<IReadOnlyList<object>>([new MarkingBatchPaused(reason)]);

    public static Result<IReadOnlyList<object>> DecideResumption(MarkingBatch batch, Note? remark) => batch.Paused
        ? Result.Of<IReadOnlyList<object>>([new MarkingBatchResumed(remark)])
        : new Refusal(NotPaused, RefusalKind.Conflict, "The batch is not paused.");

    private static Task<Result<Written>> PauseAsync(
        Guid id, Body<PauseBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        writer.UpdateAsync<MarkingBatch>(MarkingJobErrors.Batch, id, _ => $"/api/v1/marking-batches/{id}",
            batch => DecidePause(batch, body.Value.Reason), call.Context, created: false, token);

    private static async Task<Result<Written>> ResumeAsync(
        Guid id, Body<ResumptionBody> body, WriteCall call, RegistryWriter writer, JobOffers offers, CancellationToken token)
    {
        var written = await writer.UpdateAsync<MarkingBatch>(MarkingJobErrors.Batch, id, _ => $"/api/v1/marking-batches/{id}",
            batch => DecideResumption(batch, body.Value.Remark), call.Context, created: false, token);
        offers.Announce();
        return written;
    }
}
