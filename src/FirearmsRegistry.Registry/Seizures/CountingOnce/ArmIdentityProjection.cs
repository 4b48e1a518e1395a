using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>Keeps <c>seized_item_identity</c> and <c>seized_item_serial</c> in step with the events, in their transaction.</summary>
public sealed partial class ArmIdentityProjection : EventProjection
{
    private const string Upsert =
        """
        insert into registry.seized_item_identity (item_id, firearm_id, maker_key, country, model_key)
        values (?, nullif(?::uuid, '00000000-0000-0000-0000-000000000000'), nullif(?, ''), nullif(?, ''), nullif(?, ''))
        on conflict (item_id) do update set firearm_id = excluded.firearm_id, maker_key = excluded.maker_key, country = excluded.country,
            model_key = excluded.model_key
        """;

    private const string UpdateDescription =
        """
        update registry.seized_item_identity set maker_key = nullif(?, ''), country = nullif(?, ''), model_key = nullif(?, '')
        where item_id = ?
        """;

    private const string SetFirearm = "update registry.seized_item_identity set firearm_id = ? where item_id = ?";

    private const string AddSerials =
        """
        insert into registry.seized_item_serial (item_id, serial_folded, restored) select ?, key, ? from unnest(?) key
        on conflict do nothing
        """;

    /// <summary>A rebuild starts from empty tables.</summary>
    public ArmIdentityProjection()
    {
        Name = "seized_arm_identities";
        Options.DeleteDataInTableOnTeardown("registry.seized_item_identity");
        Options.DeleteDataInTableOnTeardown("registry.seized_item_serial");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemRecorded> happened, IDocumentOperations operations) =>
        Keep(operations, happened.StreamId, happened.Data.Item);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemCorrected> happened, IDocumentOperations operations)
    {
        var (before, after) = (happened.Data.Before, happened.Data.After);
        operations.QueueSqlCommand("delete from registry.seized_item_serial where item_id = ? and not restored", happened.StreamId);
        if (ArmIdentity.Of(before) is not null && ArmIdentity.Of(after) is { } identity && before.RegisteredFirearm == after.RegisteredFirearm)
        {
            // An identification made since the item was recorded outlives a correction of something else.
            operations.QueueSqlCommand(UpdateDescription, identity.MakerKey ?? "", identity.Country ?? "", identity.ModelKey ?? "",
                happened.StreamId);
            operations.QueueSqlCommand(AddSerials, happened.StreamId, false, identity.FoldedSerials.ToArray());
            return;
        }

        operations.QueueSqlCommand("delete from registry.seized_item_identity where item_id = ?", happened.StreamId);
        Keep(operations, happened.StreamId, after);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemIdentified> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand(SetFirearm, happened.Data.FirearmId, happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemMarksRestored> happened, IDocumentOperations operations)
    {
        if (ArmIdentity.Folded(happened.Data) is { } serial)
            operations.QueueSqlCommand(AddSerials, happened.StreamId, true, new[] { serial });
    }

    private static void Keep(IDocumentOperations operations, Guid itemId, SeizedItemEntry item)
    {
        if (ArmIdentity.Of(item) is not { } identity)
            return;
        operations.QueueSqlCommand(Upsert, itemId, identity.FirearmId ?? Guid.Empty, identity.MakerKey ?? "", identity.Country ?? "",
            identity.ModelKey ?? "");
        if (identity.FoldedSerials.Count > 0)
            operations.QueueSqlCommand(AddSerials, itemId, false, identity.FoldedSerials.ToArray());
    }
}
