using System.Linq.Expressions;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>
/// Orders jobs after a commit. An order that cannot be placed is not an error of the caller, whose facts are recorded: the sweep of the
/// area places it again.
/// </summary>
public sealed class JobOrders(IBackgroundJobClientV2 jobs, ILogger<JobOrders> log)
{
    /// <summary>Orders a job.</summary>
    /// <param name="queue">One of the registry's queues.</param>
    /// <param name="run">The call, with ids as arguments only: whoever sees the dashboard sees them.</param>
    public void Place<TJob>(string queue, Expression<Func<TJob, Task>> run)
        where TJob : class
    {
        try
        {
            jobs.Enqueue(queue, run);
        }
        catch (BackgroundJobClientException fault)
        {
            log.LogWarning(fault, "A job of {Job} could not be ordered in {Queue}; the sweep will order it.", typeof(TJob).Name, queue);
        }
    }
}
