using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
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

    /// <summary>Who lawfully has it.</summary>
    public Known<Guid> Holder { get; set; }

    /// <summary>When it was made, imported, taken into stock or recovered.</summary>
    public PartialDate OccurredOn { get; set; }

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Its marks in the order of their recording.</summary>
    public List<MarkDetails> Marks { get; set; } = [];

    /// <summary>Whether it looks like another arm and needs a national number.</summary>
    public bool NationalNumberNeeded { get; set; }

    /// <summary>Where it stands.</summary>
    public FirearmStatus Status { get; set; }

    /// <summary>The country to which it was exported.</summary>
    public CountryCode? ExportedTo { get; set; }

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
    public void Apply(MarkApplied happened) => Marks.Add(new MarkDetails(happened.MarkId, happened.Mark, true, happened.AppliedOn, []));

    /// <summary>Folds the event.</summary>
    public void Apply(MarkRecorded happened) => Marks.Add(new MarkDetails(happened.MarkId, happened.Mark, false, null, happened.Findings));

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
        Holder = happened.To;
        ExportedTo = happened.Kind == TransferKind.Export ? happened.OtherCountry : null;
        Status = happened.Kind switch
        {
            TransferKind.Export => FirearmStatus.Exported,
            TransferKind.Loan => FirearmStatus.OnLoan,
            _ => FirearmStatus.Held,
        };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmReportedLost happened) => Status = happened.Kind switch
    {
        LossKind.Lost => FirearmStatus.Lost,
        LossKind.Stolen => FirearmStatus.Stolen,
        LossKind.UnlawfullyTransferred => FirearmStatus.UnlawfullyTransferred,
    };

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmRecovered happened) => Status = FirearmStatus.Held;

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalAuthorised happened) => Status = FirearmStatus.AwaitingDisposal;

    /// <summary>Folds the event.</summary>
    public void Apply(DisposalCarriedOut happened) => Status = happened.Method switch
    {
        DisposalMethod.Destroyed => FirearmStatus.Destroyed,
        DisposalMethod.Deactivated => FirearmStatus.Deactivated,
        DisposalMethod.Returned => FirearmStatus.Held,
        DisposalMethod.RetainedByState => FirearmStatus.RetainedByState,
    };

    /// <summary>Folds the event.</summary>
    public void Apply(FirearmCorrected happened) => Description = happened.After;

    private void Change(Guid markId, Func<MarkDetails, MarkDetails> change)
    {
        var index = Marks.FindIndex(mark => mark.MarkId == markId);
        Marks[index] = change(Marks[index]);
    }
}

/// <summary>A mark as it stands.</summary>
/// <param name="MarkId">Its id within the firearm.</param>
/// <param name="Mark">What is on the metal.</param>
/// <param name="AppliedHere">Whether it was applied under this registry's policy.</param>
/// <param name="AppliedOn">When, where it was applied here.</param>
/// <param name="Findings">In what a mark recorded as found breaks the policy.</param>
/// <param name="Verified">Whether it was read back as ordered.</param>
/// <param name="Tampering">What somebody did to it.</param>
/// <param name="RestoredText">What a laboratory read after that.</param>
/// <param name="Voided">Whether it no longer counts.</param>
public sealed record MarkDetails(
    Guid MarkId,
    PhysicalMark Mark,
    bool AppliedHere,
    PartialDate? AppliedOn,
    IReadOnlyList<MarkFindingNote> Findings,
    bool Verified = false,
    MarkTampering? Tampering = null,
    Marks.Texts.MarkText? RestoredText = null,
    bool Voided = false);

/// <summary>Where a firearm stands.</summary>
public enum FirearmStatus
{
    /// <summary>With its holder.</summary>
    Held,

    /// <summary>Lent.</summary>
    OnLoan,

    /// <summary>Reported lost.</summary>
    Lost,

    /// <summary>Reported stolen.</summary>
    Stolen,

    /// <summary>Passed on without authorisation.</summary>
    UnlawfullyTransferred,

    /// <summary>Left the country.</summary>
    Exported,

    /// <summary>Its disposal was authorised.</summary>
    AwaitingDisposal,

    /// <summary>Destroyed.</summary>
    Destroyed,

    /// <summary>Deactivated.</summary>
    Deactivated,

    /// <summary>Kept by the State.</summary>
    RetainedByState,
}
