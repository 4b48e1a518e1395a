using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.Seizures.GettingDetails;

/// <summary>A seized item as it stands.</summary>
public sealed class SeizedItemDetails
{
    /// <summary>The item's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The seizure that it belongs to.</summary>
    public Guid SeizureId { get; set; }

    /// <summary>What it is, after corrections.</summary>
    public SeizedItemEntry Item { get; set; } = null!;

    /// <summary>What it takes over from its seizure, with a legal basis of its own where it has one.</summary>
    public ItemCircumstances Circumstances { get; set; } = null!;

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>The registered arm that it is, as far as known.</summary>
    public Guid? FirearmId { get; set; }

    /// <summary>The trace that found that arm by the marks; null where a person said which one it is.</summary>
    public Guid? FoundByTrace { get; set; }

    /// <summary>What laboratories read from erased or altered marks.</summary>
    public List<SeizedItemMarksRestored> Restorations { get; set; } = [];

    /// <summary>The item that counts in its place.</summary>
    public Guid? DuplicateOf { get; set; }

    /// <summary>The point of diversion as an authority established it otherwise.</summary>
    public SeizedItemOriginEstablished? Origin { get; set; }

    /// <summary>Its line of IAFQ tables 5.1 to 5.3; null for parts and ammunition.</summary>
    public ItemOutcome? Outcome { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<SeizedItemRecorded> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        SeizureId = happened.Data.SeizureId;
        Item = happened.Data.Item;
        Circumstances = happened.Data.Circumstances;
        FirearmId = happened.Data.Item.RegisteredFirearm;
        RecordedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemCircumstancesChanged happened) => Circumstances = happened.After;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemCorrected happened)
    {
        Item = happened.After;
        if (RegisteredArmLink.EndsWith(happened, FoundByTrace is not null))
            (FirearmId, FoundByTrace) = (happened.After.RegisteredFirearm, null);
        if (Item.Kind != ItemKind.Firearm)
            Outcome = null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemLegalBasisChanged happened) =>
        Circumstances = Circumstances with { LegalBasis = happened.LegalBasis, LegalJustification = happened.LegalJustification };

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemMarksRestored happened) => Restorations.Add(happened);

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemIdentified happened) => (FirearmId, FoundByTrace) = (happened.FirearmId, happened.TraceRequestId);

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemLinkedAsDuplicate happened) => DuplicateOf = happened.OfItemId;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemUnlinkedAsDuplicate happened) => DuplicateOf = null;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemOriginEstablished happened) => Origin = happened;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<SeizedItemOutcomeDecided> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var decided = happened.Data;
        Outcome = new ItemOutcome(
            decided.Line, decided.Row, decided.Reason, decided.EstablishedElsewhere, decided.TraceRequestId, happened.Timestamp);
    }
}

/// <summary>The outcome line of an arm and why it is that one.</summary>
/// <param name="Line">The line.</param>
/// <param name="Row">The row of the rule that matched, 1 to 11.</param>
/// <param name="Reason">The code of what matched.</param>
/// <param name="EstablishedElsewhere">Whether an authority established the origin of an arm that its marks do not identify.</param>
/// <param name="TraceRequestId">The trace request behind it.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record ItemOutcome(
    OutcomeLine Line, int Row, string Reason, bool EstablishedElsewhere, Guid? TraceRequestId, DateTimeOffset DecidedAt);
