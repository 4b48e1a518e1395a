using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>Keeps <c>seized_item_identity</c>, <c>seized_item_serial</c> and <c>seized_item_number</c> in step with the events, in their transaction.</summary>
public sealed partial class ArmIdentityProjection : EventProjection
{
    private const string Upsert =
        """
        insert into registry.seized_item_identity (item_id, firearm_id, maker_key, country, model_key)
        values (?, nullif(?::uuid, '00000000-0000-0000-0000-000000000000'), nullif(?, ''), nullif(?, ''), nullif(?, ''))
        on conflict (item_id) do update set firearm_id = excluded.firearm_id, found_by_trace = false, maker_key = excluded.maker_key,
            country = excluded.country, model_key = excluded.model_key
        """;

    private const string UpdateDescription =
        """
        update registry.seized_item_identity set maker_key = nullif(?, ''), country = nullif(?, ''), model_key = nullif(?, ''),
            firearm_id = case when found_by_trace and ? then null else firearm_id end, found_by_trace = found_by_trace and not ?
        where item_id = ?
        """;

    private const string SetFirearm = "update registry.seized_item_identity set firearm_id = ?, found_by_trace = ? where item_id = ?";

    private const string AddSerials =
        """
        insert into registry.seized_item_serial (item_id, serial_folded, restored) select ?, key, ? from unnest(?) key
        on conflict do nothing
        """;

    private const string AddNumbers =
        """
        insert into registry.seized_item_number (item_id, number_folded, restored) select ?, key, ? from unnest(?) key
        on conflict do nothing
        """;

    /// <summary>A rebuild starts from empty tables.</summary>
    public ArmIdentityProjection()
    {
        Name = "seized_arm_identities";
        Options.DeleteDataInTableOnTeardown("registry.seized_item_identity");
        Options.DeleteDataInTableOnTeardown("registry.seized_item_serial");
        Options.DeleteDataInTableOnTeardown("registry.seized_item_number");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemRecorded> happened, IDocumentOperations operations) =>
        Keep(operations, happened.StreamId, happened.Data.Item);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemCorrected> happened, IDocumentOperations operations)
    {
        var (before, after) = (happened.Data.Before, happened.Data.After);
        operations.QueueSqlCommand("delete from registry.seized_item_serial where item_id = ? and not restored", happened.StreamId);
        operations.QueueSqlCommand("delete from registry.seized_item_number where item_id = ? and not restored", happened.StreamId);
        if (ArmIdentity.Of(before) is not null && ArmIdentity.Of(after) is { } identity && before.RegisteredFirearm == after.RegisteredFirearm)
        {
            // An identification made since the item was recorded outlives a correction of something else.
            var endsTraced = RegisteredArmLink.EndsWith(happened.Data, foundByTrace: true);
            operations.QueueSqlCommand(UpdateDescription, identity.MakerKey ?? "", identity.Country ?? "", identity.ModelKey ?? "",
                endsTraced, endsTraced, happened.StreamId);
            AddKeys(operations, happened.StreamId, false, identity.FoldedSerials, identity.FoldedNumbers);
            return;
        }

        operations.QueueSqlCommand("delete from registry.seized_item_identity where item_id = ?", happened.StreamId);
        Keep(operations, happened.StreamId, after);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemIdentified> happened, IDocumentOperations operations) =>
        operations.QueueSqlCommand(
            SetFirearm, happened.Data.FirearmId, happened.Data.TraceRequestId is not null, happened.StreamId);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemMarksRestored> happened, IDocumentOperations operations) =>
        AddKeys(operations, happened.StreamId, true, ArmIdentity.Serials(happened.Data), ArmIdentity.Numbers(happened.Data));

    private static void Keep(IDocumentOperations operations, Guid itemId, SeizedItemEntry item)
    {
        if (ArmIdentity.Of(item) is not { } identity)
            return;
        operations.QueueSqlCommand(Upsert, itemId, identity.FirearmId ?? Guid.Empty, identity.MakerKey ?? "", identity.Country ?? "",
            identity.ModelKey ?? "");
        AddKeys(operations, itemId, false, identity.FoldedSerials, identity.FoldedNumbers);
    }

    private static void AddKeys(
        IDocumentOperations operations, Guid itemId, bool restored, IReadOnlyList<string> serials, IReadOnlyList<string> numbers)
    {
        if (serials.Count > 0)
            operations.QueueSqlCommand(AddSerials, itemId, restored, serials.ToArray());
        if (numbers.Count > 0)
            operations.QueueSqlCommand(AddNumbers, itemId, restored, numbers.ToArray());
    }
}
