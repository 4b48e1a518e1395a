using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Sweeping;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>
/// Keeps an entry that tells what cannot be recorded. Where it tells of a start, metal may have been cut: the arm goes into quarantine.
/// </summary>
internal sealed class LogConflictRecorder(RegistryWriter writer)
{
    /// <summary>Queues what follows from a disputed start.</summary>
    public async Task StageAsync(StationLogEntry entry, CancellationToken token)
    {
        if (entry.Act != StationAct.Started)
            return;
        var stream = await writer.Session.Events.FetchForWriting<MarkingJob>(entry.Job!.Value, token);
        var known = stream.Aggregate is { Mark: not null } ? stream.Aggregate : null;
        if ((known?.FirearmId ?? await StationLogRows.FindOrderedFirearmAsync(writer.Session, entry.Job.Value, token)) is not { } firearmId)
            return;
        var firearm = await writer.Session.Events.FetchForWriting<Firearm>(firearmId, token);
        if (firearm.Aggregate is not { } arm || arm.Quarantines.Contains(entry.Job.Value))
            return;
        if (known is { State: not (MarkingJobState.Verified or MarkingJobState.Rejected or MarkingJobState.Cancelled) })
        {
            await MarkingJobWriting.StageAsync(
                writer.Session, stream, firearm, Quarantine.Begin(known.Id, new MarkStateUnknown(UnknownCause.DisputedLog)), token);
        }
        else
        {
            firearm.AppendOne(new FirearmQuarantined(entry.Job.Value, Quarantine.Disputed));
        }
    }
}
