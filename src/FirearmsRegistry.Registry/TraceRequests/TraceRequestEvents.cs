using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>Somebody asked for an arm to be traced.</summary>
/// <param name="Kind">Who asks whom.</param>
/// <param name="SeizedItemId">The seized, found or surrendered arm.</param>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others; only for urgent requests.</param>
/// <param name="Grounds">The content that the Instrument asks for.</param>
public sealed record TraceRequested(
    TraceKind Kind, Guid SeizedItemId, TracePriority Priority, Note? UrgencyJustification, TraceGrounds Grounds);

/// <summary>Receipt of the request was acknowledged (International Tracing Instrument para. 19).</summary>
/// <param name="Automatically">Whether the register did so by itself.</param>
public sealed record TraceAcknowledged(bool Automatically);

/// <summary>Who asked does not need the answer any more.</summary>
/// <param name="Reason">Why.</param>
/// <param name="BeforeSearch">Whether nobody had searched yet.</param>
public sealed record TraceWithdrawn(Note Reason, bool BeforeSearch);

/// <summary>The register was searched for the arm.</summary>
/// <param name="Basis">By what the arm was identified, or why not.</param>
/// <param name="Candidates">How many registered arms fitted.</param>
/// <param name="FirearmId">The registered arm; null where none or several fitted.</param>
public sealed record TraceSearched(IdentificationBasis Basis, int Candidates, Guid? FirearmId);

/// <summary>A person compared the item with a registered arm and said that it is that arm.</summary>
/// <param name="FirearmId">The registered arm.</param>
/// <param name="Reason">Why it is that arm and no other candidate.</param>
/// <param name="Compared">What was compared.</param>
/// <param name="Photo">The photograph that was compared.</param>
public sealed record TraceIdentificationConfirmed(Guid FirearmId, Note Reason, Note Compared, PhotoHash? Photo = null);

/// <summary>The chain of the arm was built from the register.</summary>
/// <param name="Chain">Its hops, the last legal record and the point of diversion.</param>
public sealed record TraceChainBuilt(Chain Chain);

/// <summary>The chain leaves the country: another State has to go on with it.</summary>
/// <param name="Country">The State to which the arm was exported.</param>
/// <param name="DueAt">When its answer is due.</param>
public sealed record OnwardRequestRecorded(CountryCode Country, DateTimeOffset DueAt);

/// <summary>Another State answered.</summary>
/// <param name="AnswerId">The answer's id within the request.</param>
/// <param name="Country">The State.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="Reason">Why it refused.</param>
/// <param name="Explanation">Its explanation in words.</param>
/// <param name="Source">The authority that answered.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="AnsweredOn">When.</param>
/// <param name="NextCountry">The State to which it exported the arm.</param>
public sealed record ForeignAnswerRecorded(
    Guid AnswerId,
    CountryCode Country,
    ForeignAnswerKind Answer,
    WithholdingReason? Reason,
    Note? Explanation,
    ShortText Source,
    ShortText Reference,
    PartialDate AnsweredOn,
    CountryCode? NextCountry = null);

/// <summary>The time in which another State was to answer ran out.</summary>
/// <param name="Country">The State.</param>
/// <param name="DueAt">When its answer was due.</param>
public sealed record OnwardAnswerOverdue(CountryCode Country, DateTimeOffset DueAt);

/// <summary>An authority established the origin by other means than tracing (SDG 16.4.2 metadata, 4.c).</summary>
/// <param name="EstablishmentId">The finding's id within the request.</param>
/// <param name="Source">On what grounds, intelligence for example.</param>
/// <param name="Authority">The authority.</param>
/// <param name="EstablishedOn">When.</param>
public sealed record EstablishmentRecorded(Guid EstablishmentId, ShortText Source, ShortText Authority, PartialDate EstablishedOn);

/// <summary>It was decided what the trace came to, from what is known now.</summary>
/// <param name="State">Where the request stands with it.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Line">The outcome line of the item (IAFQ tables 5.1 to 5.3).</param>
/// <param name="Row">The row of the rule that matched.</param>
/// <param name="Reason">The code of what matched.</param>
public sealed record TraceOutcomeDecided(TraceRequestState State, TraceOutcome Outcome, OutcomeLine Line, int Row, string Reason);

/// <summary>The trace ended.</summary>
/// <param name="Outcome">What it came to.</param>
public sealed record TraceClosed(TraceOutcome Outcome);
