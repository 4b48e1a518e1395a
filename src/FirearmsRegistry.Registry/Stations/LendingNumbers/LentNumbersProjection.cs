using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Stations.LendingNumbers;

/// <summary>Keeps <c>lent_number</c> in step with the events, in their transaction.</summary>
public sealed partial class LentNumbersProjection : EventProjection
{
    /// <summary>A rebuild starts from an empty table.</summary>
    public LentNumbersProjection()
    {
        Name = "lent_numbers";
        Options.DeleteDataInTableOnTeardown("registry.lent_number");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<NumberBlockLent> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "insert into registry.lent_number (number, number_block_id, station_id) select number, ?, ? from unnest(?::text[]) as number",
        happened.Data.BlockId, happened.StreamId, happened.Data.Numbers().Select(number => number.ToString()).ToArray());

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<NumberBlockReturned> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "delete from registry.lent_number where number = any(?::text[])",
        new object[] { happened.Data.Unused.Select(number => number.ToString()).ToArray() });
}
