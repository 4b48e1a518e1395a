using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.TraceRequests.Relating;

/// <summary>Keeps <c>firearm_passage</c> in step with the events, in their transaction.</summary>
public sealed partial class FirearmPassagesProjection : EventProjection
{
    private const string Insert =
        """
        insert into registry.firearm_passage (firearm_id, passage_id, kind, from_party, to_party, legal_basis, other_country, occurred_on)
        values (?, ?, ?, nullif(?, '')::uuid, nullif(?, '')::uuid, nullif(?, ''), nullif(?, ''), ?)
        """;

    private const string Delete = "delete from registry.firearm_passage where firearm_id = ? and passage_id = ?";

    /// <summary>A rebuild starts from an empty table.</summary>
    public FirearmPassagesProjection()
    {
        Name = "firearm_passages";
        Options.DeleteDataInTableOnTeardown("registry.firearm_passage");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmRegistered> happened, IDocumentOperations operations) => Register(operations, happened.StreamId,
        new RegistrationEntry(happened.Data.Origin, happened.Data.Holder, happened.Data.OccurredOn));

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<RegistrationCorrected> happened, IDocumentOperations operations)
    {
        operations.QueueSqlCommand(Delete, happened.StreamId, happened.StreamId);
        Register(operations, happened.StreamId, happened.Data.After);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<FirearmTransferred> happened, IDocumentOperations operations)
    {
        var data = happened.Data;
        Pass(operations, happened.StreamId, data.TransferId,
            new TransferEntry(data.Kind, data.From, data.To, data.LegalBasis, data.OtherCountry, data.OccurredOn));
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TransferCorrected> happened, IDocumentOperations operations)
    {
        operations.QueueSqlCommand(Delete, happened.StreamId, happened.Data.TransferId);
        Pass(operations, happened.StreamId, happened.Data.TransferId, happened.Data.After);
    }

    /// <summary>Only what was brought in is a passage; most arms are registered otherwise, and need no row.</summary>
    private static void Register(IDocumentOperations operations, Guid firearm, RegistrationEntry entry)
    {
        if (entry.Origin == FirearmOrigin.Imported)
        {
            operations.QueueSqlCommand(Insert, firearm, firearm, Codes.Of(HopKind.Imported), "", Party(entry.Holder), "", "",
                entry.OccurredOn.ToString());
        }
    }

    private static void Pass(IDocumentOperations operations, Guid firearm, Guid transfer, TransferEntry entry) => operations.QueueSqlCommand(Insert,
        firearm, transfer, Codes.Of(entry.Kind), Party(entry.From), Party(entry.To), entry.LegalBasis.ToString(),
        entry.OtherCountry?.ToString() ?? "", entry.OccurredOn.ToString());

    private static string Party(Known<Guid> party) => party.TryGet(out var id) ? id.ToString() : "";
}
