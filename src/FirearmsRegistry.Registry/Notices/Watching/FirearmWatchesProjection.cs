using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Notices.Watching;

/// <summary>Keeps <c>firearm_watch</c> in step with the events, in their transaction.</summary>
public sealed partial class FirearmWatchesProjection : EventProjection
{
    /// <summary>A rebuild starts from an empty table.</summary>
    public FirearmWatchesProjection()
    {
        Name = "firearm_watches";
        Options.DeleteDataInTableOnTeardown("registry.firearm_watch");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmWatchStarted> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "insert into registry.firearm_watch (watch_id, firearm_id, watched_by, ends_at) values (?, ?, ?, ?)",
        happened.StreamId, happened.Data.FirearmId, happened.UserName ?? "", FirearmWatch.EndOf(happened.Data.Until));

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmWatchEnded> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand("delete from registry.firearm_watch where watch_id = ?", happened.StreamId);
}
