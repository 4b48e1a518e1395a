using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>What decisions need to know of a firearm, folded from its events. It decides nothing.</summary>
public sealed class Firearm
{
    /// <summary>The firearm's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>How it came in, after corrections.</summary>
    public RegistrationEntry Registration { get; private set; } = null!;

    /// <summary>What it is, after corrections.</summary>
    public FirearmDescription Description { get; private set; } = null!;

    /// <summary>Who lawfully has it.</summary>
    public Known<Guid> Holder { get; private set; }

    /// <summary>Every mark ever on it, by id.</summary>
    public Dictionary<Guid, MarkState> Marks { get; } = [];

    /// <summary>Its transfers in the order of their recording, after corrections.</summary>
    public List<(Guid Id, TransferEntry Entry)> Transfers { get; } = [];

    /// <summary>Whether the last change of its holder was a transfer, and not a registration or a disposal.</summary>
    public bool HeldByTransfer { get; private set; }

    /// <summary>The report of loss or theft that is not ended yet.</summary>
    public (Guid Id, LossKind Kind, Known<PartialDate> OccurredOn)? OpenLoss { get; private set; }

    /// <summary>The country to which it was exported and from which it has not come back.</summary>
    public CountryCode? ExportedTo { get; private set; }

    /// <summary>Who lent it, while it is on loan.</summary>
    public Known<Guid>? LentBy { get; private set; }

    /// <summary>Whether it belongs to the State and has not gone to civilian use.</summary>
    public bool InStateStock { get; private set; }

    /// <summary>The disposal that was authorised and not carried out yet.</summary>
    public (Guid Id, DisposalMethod Method, PartialDate AuthorisedOn)? AuthorisedDisposal { get; private set; }

    /// <summary>What became of it.</summary>
    public DisposalMethod? DisposedOf { get; private set; }

    /// <summary>Whether its holder was changed by a transfer or a disposal since its registration.</summary>
    public bool HolderMoved { get; private set; }

    /// <summary>The marking jobs for whose sake it must stay where it is until a person has looked at it.</summary>
    public HashSet<Guid> Quarantines { get; } = [];

    /// <summary>Every id that a mark, transfer, loss or disposal of it has: each may be used once.</summary>
    public HashSet<Guid> PartIds { get; } = [];

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRegistered happened)
    {
        Registration = new RegistrationEntry(happened.Origin, happened.Holder, happened.OccurredOn);
        Description = happened.Description;
        Holder = happened.Holder;
        InStateStock = happened.Origin == FirearmOrigin.StateStock;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkApplied happened) => Add(happened.MarkId, new MarkState(happened.Mark, AppliedHere: true, happened.AppliedOn));

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRecorded happened) => Add(happened.MarkId, new MarkState(happened.Mark, AppliedHere: false, happened.SeenOn));

    /// <summary>Folds the event.</summary>
    public void Apply(MarkVerified happened) => Marks[happened.MarkId] = Marks[happened.MarkId] with { Verified = true };

    /// <summary>Folds the event.</summary>
    public void Apply(MarkFoundTampered happened) =>
        Marks[happened.MarkId] = Marks[happened.MarkId] with { Tampering = happened.Condition, Restored = false };

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRestored happened) => Marks[happened.MarkId] = Marks[happened.MarkId] with { Restored = true };

    /// <summary>Folds the event.</summary>
    public void Apply(MarkVoided happened) => Marks[happened.MarkId] = Marks[happened.MarkId] with { Voided = true };

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmTransferred happened)
    {
        PartIds.Add(happened.TransferId);
        Transfers.Add((happened.TransferId, new TransferEntry(
            happened.Kind, happened.From, happened.To, happened.LegalBasis, happened.OtherCountry, happened.OccurredOn)));
        LentBy = happened.Kind == TransferKind.Loan ? Holder : null;
        ExportedTo = happened.Kind == TransferKind.Export ? happened.OtherCountry : null;
        InStateStock &= happened.Kind is TransferKind.Loan or TransferKind.Return;
        // What the State kept is in use again once it goes to another holder; deactivated arms stay deactivated.
        if (DisposedOf == DisposalMethod.RetainedByState && !InStateStock)
            DisposedOf = null;
        Holder = happened.To;
        HeldByTransfer = true;
        HolderMoved = true;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmReportedLost happened)
    {
        PartIds.Add(happened.LossId);
        OpenLoss = (happened.LossId, happened.Kind, happened.OccurredOn);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRecovered happened) => OpenLoss = null;

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalAuthorised happened)
    {
        PartIds.Add(happened.DisposalId);
        AuthorisedDisposal = (happened.DisposalId, happened.Method, happened.AuthorisedOn);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalCarriedOut happened)
    {
        AuthorisedDisposal = null;
        // An arm given back stands where it stood before.
        DisposedOf = happened.Method == DisposalMethod.Returned ? DisposedOf : happened.Method;
        InStateStock |= happened.Method == DisposalMethod.RetainedByState;
        LentBy = null;
        Holder = happened.Holder;
        HeldByTransfer = false;
        HolderMoved = true;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmCorrected happened) => Description = happened.After;

    /// <summary>Folds the event.</summary>
    public void Apply(RegistrationCorrected happened)
    {
        Registration = happened.After;
        if (HolderMoved)
            return;
        InStateStock = happened.After.Origin == FirearmOrigin.StateStock;
        if (happened.After.Holder != happened.Before.Holder)
            Holder = happened.After.Holder;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TransferCorrected happened)
    {
        var index = Transfers.FindIndex(transfer => transfer.Id == happened.TransferId);
        Transfers[index] = (happened.TransferId, happened.After);
        if (index < Transfers.Count - 1 || !HeldByTransfer)
            return;
        Holder = happened.After.To;
        ExportedTo = happened.After.Kind == TransferKind.Export ? happened.After.OtherCountry : null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmQuarantined happened) => Quarantines.Add(happened.QuarantineId);

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmQuarantineEnded happened) => Quarantines.Remove(happened.QuarantineId);

    private void Add(Guid id, MarkState mark)
    {
        PartIds.Add(id);
        Marks[id] = mark;
    }
}

/// <summary>One mark and what happened to it.</summary>
/// <param name="Mark">What is on the metal.</param>
/// <param name="AppliedHere">Whether it was applied under this registry's policy.</param>
/// <param name="On">When it was applied or first seen.</param>
/// <param name="Verified">Whether it was read back as ordered.</param>
/// <param name="Tampering">What somebody did to it.</param>
/// <param name="Restored">Whether it was made readable again since.</param>
/// <param name="Voided">Whether it no longer counts.</param>
public sealed record MarkState(
    PhysicalMark Mark,
    bool AppliedHere,
    PartialDate On,
    bool Verified = false,
    MarkTampering? Tampering = null,
    bool Restored = false,
    bool Voided = false)
{
    /// <summary>
    /// Whether the arm carries it in the sense of Firearms Protocol Art. 8: read back, standing, and not tampered with. A text that a
    /// laboratory made readable identifies the arm, but does not make it marked again.
    /// </summary>
    public bool Counts => Verified && !Voided && Tampering is null;
}
