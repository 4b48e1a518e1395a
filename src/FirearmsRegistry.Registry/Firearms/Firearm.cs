using FirearmsRegistry.Marks.Values;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>What decisions need to know of a firearm, folded from its events. It decides nothing.</summary>
public sealed class Firearm
{
    /// <summary>The firearm's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>How it came to be registered.</summary>
    public FirearmOrigin Origin { get; private set; }

    /// <summary>What it is, after corrections.</summary>
    public FirearmDescription Description { get; private set; } = null!;

    /// <summary>Who lawfully has it.</summary>
    public Known<Guid> Holder { get; private set; }

    /// <summary>Every mark ever on it, by id.</summary>
    public Dictionary<Guid, MarkState> Marks { get; } = [];

    /// <summary>The report of loss or theft that is not ended yet.</summary>
    public (Guid Id, LossKind Kind)? OpenLoss { get; private set; }

    /// <summary>The country to which it was exported and from which it has not come back.</summary>
    public Marks.Countries.CountryCode? ExportedTo { get; private set; }

    /// <summary>Who lent it, while it is on loan.</summary>
    public Known<Guid>? LentBy { get; private set; }

    /// <summary>The disposal that was authorised and not carried out yet.</summary>
    public (Guid Id, DisposalMethod Method)? AuthorisedDisposal { get; private set; }

    /// <summary>What became of it.</summary>
    public DisposalMethod? DisposedOf { get; private set; }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRegistered happened)
    {
        Origin = happened.Origin;
        Description = happened.Description;
        Holder = happened.Holder;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkApplied happened) => Marks[happened.MarkId] = new MarkState(happened.Mark, AppliedHere: true);

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRecorded happened) => Marks[happened.MarkId] = new MarkState(happened.Mark, AppliedHere: false);

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
        LentBy = happened.Kind == TransferKind.Loan ? Holder : null;
        ExportedTo = happened.Kind == TransferKind.Export ? happened.OtherCountry : null;
        Holder = happened.To;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmReportedLost happened) => OpenLoss = (happened.LossId, happened.Kind);

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRecovered happened) => OpenLoss = null;

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalAuthorised happened) => AuthorisedDisposal = (happened.DisposalId, happened.Method);

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalCarriedOut happened)
    {
        AuthorisedDisposal = null;
        DisposedOf = happened.Method;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmCorrected happened) => Description = happened.After;
}

/// <summary>One mark and what happened to it.</summary>
/// <param name="Mark">What is on the metal.</param>
/// <param name="AppliedHere">Whether it was applied under this registry's policy.</param>
/// <param name="Verified">Whether it was read back as ordered.</param>
/// <param name="Tampering">What somebody did to it.</param>
/// <param name="Restored">Whether it was made readable again since.</param>
/// <param name="Voided">Whether it no longer counts.</param>
public sealed record MarkState(
    PhysicalMark Mark, bool AppliedHere, bool Verified = false, MarkTampering? Tampering = null, bool Restored = false, bool Voided = false);
