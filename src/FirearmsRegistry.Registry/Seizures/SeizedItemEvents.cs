using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>An item of a seizure was recorded.</summary>
/// <param name="SeizureId">The seizure.</param>
/// <param name="Item">What it is, as recorded by the finder.</param>
/// <param name="Circumstances">What it takes over from the seizure.</param>
/// <param name="ConfirmedDistinct">Why it counts although items that look the same are on record.</param>
/// <param name="DistinctFrom">Those items, as far as they were known then.</param>
public sealed record SeizedItemRecorded(
    Guid SeizureId, SeizedItemEntry Item, ItemCircumstances Circumstances, Note? ConfirmedDistinct = null,
    IReadOnlyList<Guid>? DistinctFrom = null);

/// <summary>The seizure of the item was corrected.</summary>
/// <param name="Before">What the item had taken over.</param>
/// <param name="After">What it takes over now.</param>
/// <param name="Reason">Why the seizure was corrected.</param>
public sealed record SeizedItemCircumstancesChanged(ItemCircumstances Before, ItemCircumstances After, Note Reason);

/// <summary>The item was recorded wrongly and is corrected; the old entry stays on record.</summary>
/// <param name="Before">As it stood.</param>
/// <param name="After">As it should have been.</param>
/// <param name="Reason">Why.</param>
/// <param name="ConfirmedDistinct">Why it counts although items that look the same are on record.</param>
/// <param name="DistinctFrom">Those items, as far as they were known then.</param>
public sealed record SeizedItemCorrected(
    SeizedItemEntry Before, SeizedItemEntry After, Note Reason, Note? ConfirmedDistinct = null, IReadOnlyList<Guid>? DistinctFrom = null);

/// <summary>The legal ground of this item's intake became another one; it no longer follows its seizure's.</summary>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="LegalJustification">The illicit act that justifies the intake.</param>
/// <param name="ChangedOn">When the decision was taken.</param>
/// <param name="Reason">Why, with the decision's reference.</param>
public sealed record SeizedItemLegalBasisChanged(
    LegalBasis LegalBasis, LegalJustification LegalJustification, PartialDate ChangedOn, Note Reason);

/// <summary>A laboratory made erased or altered marks readable again. The state of the marks as found does not change.</summary>
/// <param name="RestoredText">What was read after the restoration.</param>
/// <param name="Serial">The maker's number in it, where it can be told from the rest.</param>
/// <param name="NamesExactlyThisArm">Whether the restored marks tell this arm from all others.</param>
/// <param name="Method">How.</param>
/// <param name="Destructive">Whether the examination changed the metal.</param>
/// <param name="Report">The report's reference.</param>
/// <param name="RestoredOn">When.</param>
/// <param name="ConfirmedDistinct">Why it counts although items that look the same are on record.</param>
/// <param name="DistinctFrom">Those items, as far as they were known then.</param>
public sealed record SeizedItemMarksRestored(
    MarkText RestoredText,
    MarkText? Serial,
    bool NamesExactlyThisArm,
    RestorationMethod Method,
    bool Destructive,
    ShortText Report,
    PartialDate RestoredOn,
    Note? ConfirmedDistinct = null,
    IReadOnlyList<Guid>? DistinctFrom = null);

/// <summary>It was found out which registered arm the item is.</summary>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="How">By what.</param>
/// <param name="Grounds">The grounds in words.</param>
/// <param name="ConfirmedDistinct">Why it counts although the same arm is on record as other items.</param>
/// <param name="DistinctFrom">Those items, as far as they were known then.</param>
/// <param name="TraceRequestId">The trace that found it by the marks; null where a person did.</param>
public sealed record SeizedItemIdentified(
    Guid FirearmId, IdentifiedBy How, Note Grounds, Note? ConfirmedDistinct = null, IReadOnlyList<Guid>? DistinctFrom = null,
    Guid? TraceRequestId = null);

/// <summary>The item turned out to be an arm that another item reports already; it no longer counts.</summary>
/// <param name="OfItemId">The item that counts.</param>
/// <param name="Reason">Why they are the same arm.</param>
public sealed record SeizedItemLinkedAsDuplicate(Guid OfItemId, Note Reason);

/// <summary>The item is not the arm that it was linked to; it counts again.</summary>
/// <param name="OfItemId">The item that it was linked to.</param>
/// <param name="Reason">Why they are different arms.</param>
public sealed record SeizedItemUnlinkedAsDuplicate(Guid OfItemId, Note Reason);

/// <summary>A competent authority established the arm's point of diversion by other means than tracing (SDG 16.4.2 metadata, 4.c).</summary>
/// <param name="Source">On what grounds, intelligence for example.</param>
/// <param name="Authority">The authority that established it.</param>
/// <param name="EstablishedOn">When.</param>
public sealed record SeizedItemOriginEstablished(ShortText Source, ShortText Authority, PartialDate EstablishedOn);

/// <summary>The arm's line of IAFQ tables 5.1 to 5.3 was decided, with everything the decision rests on.</summary>
/// <param name="Facts">The facts known at that moment.</param>
/// <param name="Line">The line.</param>
/// <param name="Row">The row of the rule that matched, 1 to 11.</param>
/// <param name="Reason">The code of what matched.</param>
/// <param name="EstablishedElsewhere">Whether an authority established the origin of an arm that its marks do not identify.</param>
/// <param name="TraceRequestId">The trace request whose result the facts hold; null where none was made.</param>
public sealed record SeizedItemOutcomeDecided(
    OutcomeFacts Facts, OutcomeLine Line, int Row, string Reason, bool EstablishedElsewhere, Guid? TraceRequestId);
