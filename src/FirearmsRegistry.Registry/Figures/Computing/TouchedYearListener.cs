using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Jobs;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>Has the years of changed items computed after the commit of the change; what a crash loses, the run of every minute computes.</summary>
internal sealed class TouchedYearListener(IServiceProvider services) : DocumentSessionListenerBase
{
    /// <inheritdoc />
    public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.GetEvents().Any(happened => Touches(happened.Data)))
            services.GetRequiredService<TouchedYearOrders>().Place(services.GetRequiredService<JobOrders>());
        return Task.CompletedTask;
    }

    /// <summary>Whether what a year counts may be something else after the event.</summary>
    private static bool Touches(object data) => data is SeizedItemRecorded or SeizedItemCorrected or SeizedItemCircumstancesChanged
        or SeizedItemLegalBasisChanged or SeizedItemMarksRestored or SeizedItemLinkedAsDuplicate or SeizedItemUnlinkedAsDuplicate or SeizedItemOutcomeDecided
        or YearSourceChosen or ContestedCountAssigned;
}

/// <summary>
/// The orders of this server to compute the years that changed. While one waits no other is placed: it will find every change that was committed
/// before it begins. A load of a million items so orders a few runs and not a million.
/// </summary>
internal sealed class TouchedYearOrders(TimeProvider time)
{
    // Another server may carry the order out, which this one is not told.
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(5);

    private long _placedAt = long.MinValue;

    /// <summary>Places an order unless one waits.</summary>
    public void Place(JobOrders jobs)
    {
        var (placed, now) = (Interlocked.Read(ref _placedAt), time.GetUtcNow().UtcTicks);
        if (placed > now - Forgotten.Ticks || Interlocked.CompareExchange(ref _placedAt, now, placed) != placed)
            return;
        jobs.Place<FigureJob>(JobQueues.Default, job => job.ComputeTouchedAsync(CancellationToken.None));
    }

    /// <summary>An order is being carried out: a change from now on needs another one. To be called before the changes are read.</summary>
    public void Begin() => Interlocked.Exchange(ref _placedAt, long.MinValue);
}
