using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>Who asks whom.</summary>
public enum TraceKind
{
    /// <summary>An authority of this State asks its own register.</summary>
    Domestic,

    /// <summary>This State asks another one.</summary>
    Outbound,

    /// <summary>Another State asks this one.</summary>
    Inbound,
}

/// <summary>Why an arm is considered illicit (International Tracing Instrument para. 6).</summary>
public enum IllicitGround
{
    /// <summary>Illicit under the law of the State where it was found (para. 6(a)).</summary>
    NationalLaw,

    /// <summary>Transferred in breach of an embargo of the Security Council (para. 6(b)).</summary>
    UnscEmbargo,

    /// <summary>Not marked as the Instrument asks (para. 6(c)).</summary>
    NotMarked,

    /// <summary>Made or assembled without a licence (para. 6(d)).</summary>
    UnlicensedManufacture,

    /// <summary>Transferred without authorisation (para. 6(e)).</summary>
    UnauthorisedTransfer,
}

/// <summary>How soon the answer is needed.</summary>
public enum TracePriority
{
    /// <summary>In its turn.</summary>
    Routine,

    /// <summary>Before others; needs a written justification.</summary>
    Urgent,
}

/// <summary>Where a trace request stands.</summary>
public enum TraceRequestState
{
    /// <summary>Receipt is acknowledged; the search has not run (International Tracing Instrument para. 19).</summary>
    Acknowledged,

    /// <summary>The register was searched; the answer of another State is awaited.</summary>
    InProgress,

    /// <summary>Answered from the register or by another State.</summary>
    Answered,

    /// <summary>The State where the trail ended refused.</summary>
    Refused,

    /// <summary>The State where the trail ended did not answer within its clock.</summary>
    NoReply,

    /// <summary>Ended.</summary>
    Closed,

    /// <summary>Withdrawn by who asked.</summary>
    Withdrawn,

    /// <summary>Written, and not sent to the other State yet.</summary>
    Draft,

    /// <summary>Sent to the other State, which has not acknowledged receipt.</summary>
    Submitted,

    /// <summary>The State that is asked needs to know more (International Tracing Instrument para. 20).</summary>
    InfoRequested,

    /// <summary>What it needed to know was given.</summary>
    Resubmitted,

    /// <summary>Answered in part; more is to come.</summary>
    PartiallyAnswered,

    /// <summary>The answer is delayed with a reason (International Tracing Instrument para. 22).</summary>
    Delayed,

    /// <summary>Answered without what a reason forbids to tell (International Tracing Instrument para. 22).</summary>
    Restricted,

    /// <summary>Not needed any more, because its day passed before it was answered.</summary>
    Expired,
}

/// <summary>What a trace came to.</summary>
public enum TraceOutcome
{
    /// <summary>The chain is complete to the last legal holder.</summary>
    TracedToHolder,

    /// <summary>The last legal holder is a dealer or maker; the buyer is not on record.</summary>
    TracedToDealer,

    /// <summary>The last legal holder is an agency of the State.</summary>
    TracedToStateStock,

    /// <summary>The chain leaves the country.</summary>
    TracedToForeignCountry,

    /// <summary>The arm is well identified, and no register has it.</summary>
    NotFoundInRegistry,

    /// <summary>The number is not one: its check characters are wrong.</summary>
    InvalidSerial,

    /// <summary>The marks cannot be read, also after restoration.</summary>
    ObliteratedUnrecovered,

    /// <summary>Too little is known of the arm, or several registered arms fit.</summary>
    InsufficientDescription,

    /// <summary>Made before records were kept: before 1946 (MOSAIC 05.31).</summary>
    TooOld,

    /// <summary>Without a maker's mark, privately made.</summary>
    PrivatelyMade,

    /// <summary>Converted or reactivated, and not on record.</summary>
    ConvertedOrReactivated,

    /// <summary>The trail ended at a State that refused.</summary>
    RefusedAbroad,

    /// <summary>The trail ended at a State that did not answer within its clock.</summary>
    NoReply,
}

/// <summary>By what the arm was identified in the register.</summary>
public enum IdentificationBasis
{
    /// <summary>The item had been linked to a registered arm before.</summary>
    LinkedBefore,

    /// <summary>Marks on frame or receiver, or a national number, that were read with the eye and with certainty equal those of one registered arm.</summary>
    ExactKey,

    /// <summary>The marks equal those of one registered arm when worn characters that look alike are taken as one: a lead.</summary>
    FoldedKey,

    /// <summary>Nothing in the register fits.</summary>
    NothingFits,

    /// <summary>Several registered arms fit.</summary>
    SeveralFit,

    /// <summary>There is no mark to search by, or none that was read with certainty.</summary>
    NothingToSearchBy,

    /// <summary>A person compared and said so.</summary>
    ConfirmedByPerson,

    /// <summary>
    /// Marks equal those of one registered arm but do not suffice: damaged, made readable by a laboratory, a number without maker or country,
    /// not on frame or receiver, or beside a frame's mark that cannot be read or a number that is another: a lead.
    /// </summary>
    DamagedMark,
}

/// <summary>What another State answered.</summary>
public enum ForeignAnswerKind
{
    /// <summary>The last legal record is its own.</summary>
    Positive,

    /// <summary>It has no such record.</summary>
    Negative,

    /// <summary>It refuses to answer and says why (International Tracing Instrument paras 22, 23).</summary>
    Refused,

    /// <summary>It exported the arm: the last legal record stands in another State, with which the trail goes on.</summary>
    Exported,
}

/// <summary>The reasons for which a State may refuse (International Tracing Instrument para. 22).</summary>
public enum WithholdingReason
{
    /// <summary>The answer would compromise ongoing criminal investigations.</summary>
    OngoingInvestigation,

    /// <summary>The answer would violate legislation that protects confidential information.</summary>
    ConfidentialityLaw,

    /// <summary>The requesting State cannot guarantee the confidentiality of the information.</summary>
    RequesterCannotGuaranteeConfidentiality,

    /// <summary>Reasons of national security consistent with the Charter of the United Nations.</summary>
    NationalSecurity,
}

/// <summary>What a request must say (International Tracing Instrument para. 17).</summary>
/// <param name="IllicitGround">Why the arm is considered illicit.</param>
/// <param name="LegalJustification">The provision that it breaks, and how.</param>
/// <param name="Circumstances">How it was found, as far as known.</param>
/// <param name="Description">Marks, type and calibre beyond those recorded with the item.</param>
/// <param name="IntendedUse">What the information is for.</param>
/// <param name="RequestingAuthority">The authority that asks, or the national point of contact.</param>
/// <param name="CaseReference">That authority's reference.</param>
public sealed record TraceGrounds(
    IllicitGround IllicitGround,
    Note LegalJustification,
    Marks.Values.Known<Note> Circumstances,
    Note? Description,
    Note IntendedUse,
    ShortText RequestingAuthority,
    ShortText? CaseReference);

/// <summary>The request to another State to go on with the chain, while it is open.</summary>
/// <param name="Country">The State to which the arm was exported.</param>
/// <param name="DueAt">When its answer is due.</param>
public sealed record OnwardRequest(CountryCode Country, DateTimeOffset DueAt);
