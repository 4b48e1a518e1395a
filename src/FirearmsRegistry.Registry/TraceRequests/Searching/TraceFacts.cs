using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>What a search found out that the outcome line depends on.</summary>
/// <param name="Record">What the register says of the last legal record.</param>
/// <param name="PossessorIsHolder">Whether the possessor is that record's holder.</param>
/// <param name="AuthorisationValid">Whether that holder was authorised on the day of intake.</param>
/// <param name="TheftRecorded">Whether a theft was on record when the arm came in.</param>
/// <param name="UnlawfulTransferRecorded">Whether an unlawful transfer was.</param>
public sealed record TraceFacts(
    RegistryRecord Record, Truth PossessorIsHolder, Truth AuthorisationValid, bool TheftRecorded, bool UnlawfulTransferRecorded)
{
    /// <summary>Reads them off the item, its chain (null where the register has no such arm) and the last holder.</summary>
    public static TraceFacts From(SeizedItem item, Chain? chain, HolderStanding holder)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(holder);
        if (chain?.LastLegalRecord is not { } last)
            return new TraceFacts(RegistryRecord.NotFound, Truth.Unknown, Truth.Unknown, false, false);
        var open = ChainBuilder.OpenReport(chain.Hops)?.Kind;
        return new TraceFacts(
            last.IsExport ? RegistryRecord.Exported : RegistryRecord.Here,
            SameParty(item.Item.Possessor, last.Holder),
            last.Holder.Is == Knowledge.None ? Truth.No : holder.AuthorisedOn(item.Circumstances.IntakeOn),
            open == HopKind.Stolen,
            open == HopKind.UnlawfullyTransferred);
    }

    /// <summary>The item's facts with what the search found.</summary>
    /// <param name="facts">What was known.</param>
    /// <param name="onwardOpen">Whether another State's answer is awaited within its clock.</param>
    public OutcomeFacts Learn(OutcomeFacts facts, bool onwardOpen)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts with
        {
            Record = Record,
            PossessorIsHolder = PossessorIsHolder,
            AuthorisationValid = AuthorisationValid,
            TheftRecorded = TheftRecorded,
            UnlawfulTransferRecorded = UnlawfulTransferRecorded,
            Request = onwardOpen ? RequestState.Open : RequestState.Closed,
            OnwardRequest = onwardOpen ? RequestState.Open : facts.OnwardRequest,
            AnswerClockRunning = onwardOpen,
        };
    }

    private static Truth SameParty(Known<Guid> possessor, Known<Guid> holder) => (possessor.Is, holder.Is) switch
    {
        (Knowledge.Known, Knowledge.Known) => possessor == holder ? Truth.Yes : Truth.No,
        (Knowledge.Unknown, _) or (_, Knowledge.Unknown) => Truth.Unknown,
        // With nobody on one side there is no possessor who is the holder.
        _ => Truth.No,
    };
}
