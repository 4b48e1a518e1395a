using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Stations.MergingLogs;

/// <summary>Keeps <c>station_log_entry</c> in step with the events, in their transaction.</summary>
public sealed partial class StationLogProjection : EventProjection
{
    private const string Insert =
        """
        insert into registry.station_log_entry (station_id, counter, hash, act, outcome, marking_job_id, firearm_id, problem, detail)
        values (?, ?, ?, ?, ?, nullif(?, '00000000-0000-0000-0000-000000000000'::uuid), nullif(?, '00000000-0000-0000-0000-000000000000'::uuid),
            nullif(?, ''), nullif(?, ''))
        """;

    /// <summary>A rebuild starts from an empty table.</summary>
    public StationLogProjection()
    {
        Name = "station_log_entries";
        Options.DeleteDataInTableOnTeardown("registry.station_log_entry");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<StationLogEntryMerged> happened, IDocumentOperations operations)
    {
        var entry = happened.Data;
        operations.QueueSqlCommand(Insert, entry.StationId, entry.Counter, entry.Hash, Codes.Of(entry.Act), Codes.Of(entry.Outcome),
            entry.MarkingJobId ?? Guid.Empty, entry.FirearmId ?? Guid.Empty, entry.Problem ?? "", entry.Detail ?? "");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<LogConflictResolved> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.station_log_entry set resolved = true where station_id = ? and counter = ?", happened.Data.StationId, happened.Data.Counter);
}
