using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Values;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Firearms.GettingDetails;

/// <summary>A firearm as it stands: what a registrar sees first.</summary>
public sealed class FirearmDetails
{
    /// <summary>The firearm's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>How it came to be registered.</summary>
    public FirearmOrigin Origin { get; set; }

    /// <summary>What it is, after corrections.</summary>
    public FirearmDescription Description { get; set; } = null!;

    /// <summary>What the catalogues of now say of the description: told when the arm is read, and not kept.</summary>
    public FirearmInCatalogues? Catalogues { get; set; }

    /// <summary>Who lawfully has it.</summary>
    public Known<Guid> Holder { get; set; }

    /// <summary>When it was made, imported, taken into stock or recovered.</summary>
    public PartialDate OccurredOn { get; set; }

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Its marks in the order of their recording.</summary>
    public List<MarkDetails> Marks { get; set; } = [];

    /// <summary>The transfer by which its holder has it; null where it is a registration or a disposal.</summary>
    public Guid? LastTransferId { get; set; }

    /// <summary>Whether it looks like another arm and still needs a national number.</summary>
    public bool NationalNumberNeeded { get; set; }

    /// <summary>The country to which it was exported and from which it has not come back.</summary>
    public CountryCode? ExportedTo { get; set; }

    /// <summary>Who lent it, while it is on loan.</summary>
    public Known<Guid>? LentBy { get; set; }

    /// <summary>The report of loss or theft that is not ended yet.</summary>
    public OpenLoss? OpenLoss { get; set; }

    /// <summary>The disposal that was authorised and not carried out yet.</summary>
    public OpenDisposal? AuthorisedDisposal { get; set; }

    /// <summary>What became of it; null while it is in use.</summary>
    public DisposalMethod? DisposedOf { get; set; }

    /// <summary>The marking jobs for whose sake it must stay where it is until a person has looked at it.</summary>
    public List<Guid> Quarantines { get; set; } = [];

    /// <summary>Where it stands: the most pressing of the facts above.</summary>
    public FirearmStatus Status => this switch
    {
        { DisposedOf: DisposalMethod.Destroyed } => FirearmStatus.Destroyed,
        { OpenLoss.Kind: LossKind.Lost } => FirearmStatus.Lost,
        { OpenLoss.Kind: LossKind.Stolen } => FirearmStatus.Stolen,
        { OpenLoss.Kind: LossKind.UnlawfullyTransferred } => FirearmStatus.UnlawfullyTransferred,
        { Quarantines.Count: > 0 } => FirearmStatus.Quarantined,
        { AuthorisedDisposal: not null } => FirearmStatus.AwaitingDisposal,
        { ExportedTo: not null } => FirearmStatus.Exported,
        { LentBy: not null } => FirearmStatus.OnLoan,
        { DisposedOf: DisposalMethod.Deactivated } => FirearmStatus.Deactivated,
        { DisposedOf: DisposalMethod.RetainedByState } => FirearmStatus.RetainedByState,
        _ => FirearmStatus.Held,
    };

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<FirearmRegistered> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Origin = happened.Data.Origin;
        Description = happened.Data.Description;
        Holder = happened.Data.Holder;
        OccurredOn = happened.Data.OccurredOn;
        RecordedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(MarkApplied happened) =>
        Add(new MarkDetails(happened.MarkId, happened.Mark, true, happened.AppliedOn, happened.Findings));

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRecorded happened) =>
        Add(new MarkDetails(happened.MarkId, happened.Mark, false, happened.SeenOn, happened.Findings));

    /// <summary>Folds the event.</summary>
    public void Apply(MarkVerified happened) =>
        Change(happened.MarkId, mark => mark with { Verified = true });

    /// <summary>Folds the event.</summary>
    public void Apply(MarkFoundTampered happened) =>
        Change(happened.MarkId, mark => mark with { Tampering = happened.Condition, RestoredText = null });

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRestored happened) =>
        Change(happened.MarkId, mark => mark with { RestoredText = happened.RestoredText });

    /// <summary>Folds the event.</summary>
    public void Apply(MarkVoided happened) => Change(happened.MarkId, mark => mark with { Voided = true });

    /// <summary>Folds the event.</summary>
    public void Apply(NationalNumberNeeded happened) => NationalNumberNeeded = true;

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmTransferred happened)
    {
        LentBy = happened.Kind == TransferKind.Loan ? Holder : null;
        ExportedTo = happened.Kind == TransferKind.Export ? happened.OtherCountry : null;
        // What the State kept is in use again once it goes to another holder; deactivated arms stay deactivated.
        if (DisposedOf == DisposalMethod.RetainedByState && happened.Kind is not (TransferKind.Loan or TransferKind.Return))
            DisposedOf = null;
        LastTransferId = happened.TransferId;
        Holder = happened.To;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmReportedLost happened) => OpenLoss = new OpenLoss(happened.LossId, happened.Kind);

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRecovered happened) => OpenLoss = null;

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalAuthorised happened) => AuthorisedDisposal = new OpenDisposal(happened.DisposalId, happened.Method);

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalCarriedOut happened)
    {
        AuthorisedDisposal = null;
        // An arm given back stands where it stood before.
        DisposedOf = happened.Method == DisposalMethod.Returned ? DisposedOf : happened.Method;
        LentBy = null;
        LastTransferId = null;
        Holder = happened.Holder;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmCorrected happened) => Description = happened.After;

    /// <summary>Folds the event.</summary>
    public void Apply(RegistrationCorrected happened)
    {
        (Origin, OccurredOn) = (happened.After.Origin, happened.After.OccurredOn);
        // Where something followed, the decision let only a correction through that leaves the holder as it was.
        if (happened.After.Holder != happened.Before.Holder)
            Holder = happened.After.Holder;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TransferCorrected happened)
    {
        if (happened.TransferId != LastTransferId)
            return;
        Holder = happened.After.To;
        ExportedTo = happened.After.Kind == TransferKind.Export ? happened.After.OtherCountry : null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmQuarantined happened) => Quarantines.Add(happened.QuarantineId);

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmQuarantineEnded happened) => Quarantines.Remove(happened.QuarantineId);

    private void Add(MarkDetails mark)
    {
        Marks.Add(mark);
        if (mark.Mark.Kind == MarkKind.NationalNumber)
            NationalNumberNeeded = false;
    }

    private void Change(Guid markId, Func<MarkDetails, MarkDetails> change)
    {
        var index = Marks.FindIndex(mark => mark.MarkId == markId);
        Marks[index] = change(Marks[index]);
    }
}

/// <summary>A report of loss that is not ended yet.</summary>
/// <param name="LossId">The report.</param>
/// <param name="Kind">What happened.</param>
public sealed record OpenLoss(Guid LossId, LossKind Kind);

/// <summary>A disposal that was authorised and not carried out yet.</summary>
/// <param name="DisposalId">The disposal.</param>
/// <param name="Method">What shall be done.</param>
public sealed record OpenDisposal(Guid DisposalId, DisposalMethod Method);
