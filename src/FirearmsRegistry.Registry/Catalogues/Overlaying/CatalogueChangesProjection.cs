using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Catalogues.Overlaying;

/// <summary>
/// Keeps <c>catalogue_change</c> in step with the events of catalogue entries, in their transaction. The table is never emptied: a rebuild
/// meets the rows that are there and changes nothing.
/// </summary>
public sealed partial class CatalogueChangesProjection : EventProjection
{
    private const string Insert =
        "insert into registry.catalogue_change (entry_id, version) values (?, ?) on conflict (entry_id, version) do nothing";

    /// <summary>Names the projection.</summary>
    public CatalogueChangesProjection() => Name = "catalogue_changes";

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<CatalogueEntryAdded> happened, IDocumentOperations operations) => Queue(happened, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<CatalogueEntryCorrected> happened, IDocumentOperations operations) => Queue(happened, operations);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<CatalogueEntryWithdrawn> happened, IDocumentOperations operations) => Queue(happened, operations);

    private static void Queue(IEvent happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand(Insert, happened.StreamId, happened.Version);
}
