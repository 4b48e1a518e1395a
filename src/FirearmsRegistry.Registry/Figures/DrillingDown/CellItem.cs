using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>An item behind a count, de-identified: nobody is in it, and no mark.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="SeizureId">Its seizure.</param>
/// <param name="CaseReference">The seizure's reference number; null for those who may not open seizures, statisticians among them.</param>
/// <param name="IntakeOn">When it came in.</param>
/// <param name="Intake">How.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quantity">How many: more than 1 only of parts and ammunition, whose cells count pieces and rounds.</param>
/// <param name="Type">The arm's type; null for parts and ammunition, as the three that follow.</param>
/// <param name="Condition">The arm's condition.</param>
/// <param name="Marking">Its marks as found.</param>
/// <param name="Line">Its outcome line; null also where it has none yet.</param>
/// <param name="LocationKind">Where it came in.</param>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="Justification">The illicit act that justified the intake.</param>
/// <param name="Offences">Other offences suspected.</param>
/// <param name="Antique">Whether it is an antique.</param>
/// <param name="DuplicateOf">The item that counts in its place.</param>
public sealed record CellItem(
    Guid ItemId,
    Guid SeizureId,
    string? CaseReference,
    PartialDate IntakeOn,
    Intake Intake,
    ItemKind Kind,
    int Quantity,
    ArmType? Type,
    ArmCondition? Condition,
    MarkingState? Marking,
    OutcomeLine? Line,
    LocationKind LocationKind,
    LegalBasis LegalBasis,
    LegalJustification Justification,
    IReadOnlyList<SuspectedOffence> Offences,
    bool Antique,
    Guid? DuplicateOf);
