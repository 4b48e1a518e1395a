namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Wakes the stations that wait at this server when a job was ordered here. Those of other servers look for themselves.</summary>
internal sealed class JobOffers
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next order.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes all who wait.</summary>
    public void Announce() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
