using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Seizures.CountingOnce;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>What decisions need to know of a seized item, folded from its events. It decides nothing.</summary>
public sealed class SeizedItem
{
    /// <summary>The item's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>The seizure that it belongs to.</summary>
    public Guid SeizureId { get; private set; }

    /// <summary>What it is, after corrections.</summary>
    public SeizedItemEntry Item { get; private set; } = null!;

    /// <summary>What it takes over from the seizure, after corrections and with a legal basis of its own where it has one.</summary>
    public ItemCircumstances Circumstances { get; private set; } = null!;

    /// <summary>Whether its legal basis was changed apart from its seizure's.</summary>
    public bool HasOwnLegalBasis { get; private set; }

    /// <summary>The registered arm that it is, as first recorded or as found out later.</summary>
    public Guid? FirearmId { get; private set; }

    /// <summary>The trace that found that arm by the marks; null where a person said which one it is.</summary>
    public Guid? FoundByTrace { get; private set; }

    /// <summary>The registered arm that a person said it is; what a trace found by the marks is looked for anew by the next one.</summary>
    public Guid? LinkedBefore => FoundByTrace is null ? FirearmId : null;

    /// <summary>The items that this one was confirmed to be another arm than, or another taking of the same arm.</summary>
    public HashSet<Guid> DistinctFrom { get; } = [];

    /// <summary>The marks that laboratories made readable again.</summary>
    public List<SeizedItemMarksRestored> Restorations { get; } = [];

    /// <summary>The item that counts in its place, while it is linked as a duplicate.</summary>
    public Guid? DuplicateOf { get; private set; }

    /// <summary>The point of diversion as an authority established it otherwise.</summary>
    public SeizedItemOriginEstablished? Origin { get; private set; }

    /// <summary>The outcome decided last; null for parts and ammunition.</summary>
    public SeizedItemOutcomeDecided? Outcome { get; private set; }

    /// <summary>Whether restored marks name exactly this arm.</summary>
    public bool MarksRestored => Restorations.Exists(restoration => restoration.NamesExactlyThisArm);

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemRecorded happened)
    {
        SeizureId = happened.SeizureId;
        Item = happened.Item;
        Circumstances = happened.Circumstances;
        FirearmId = happened.Item.RegisteredFirearm;
        DistinctFrom.UnionWith(happened.DistinctFrom ?? []);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemCircumstancesChanged happened) => Circumstances = happened.After;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemCorrected happened)
    {
        Item = happened.After;
        DistinctFrom.UnionWith(happened.DistinctFrom ?? []);
        if (RegisteredArmLink.EndsWith(happened, FoundByTrace is not null))
            (FirearmId, FoundByTrace) = (happened.After.RegisteredFirearm, null);
        if (Item.Kind != ItemKind.Firearm)
            Outcome = null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemLegalBasisChanged happened)
    {
        HasOwnLegalBasis = true;
        Circumstances = Circumstances with { LegalBasis = happened.LegalBasis, LegalJustification = happened.LegalJustification };
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemMarksRestored happened)
    {
        Restorations.Add(happened);
        DistinctFrom.UnionWith(happened.DistinctFrom ?? []);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemIdentified happened)
    {
        (FirearmId, FoundByTrace) = (happened.FirearmId, happened.TraceRequestId);
        DistinctFrom.UnionWith(happened.DistinctFrom ?? []);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemLinkedAsDuplicate happened) => DuplicateOf = happened.OfItemId;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemUnlinkedAsDuplicate happened)
    {
        DuplicateOf = null;
        DistinctFrom.Add(happened.OfItemId);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemOriginEstablished happened) => Origin = happened;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizedItemOutcomeDecided happened) => Outcome = happened;
}
