using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>The arm that one State asks another about (International Tracing Instrument para. 17(b)).</summary>
/// <param name="Type">Its type.</param>
/// <param name="Maker">The maker.</param>
/// <param name="ManufactureCountry">Where it was made.</param>
/// <param name="Model">The model.</param>
/// <param name="Calibre">The calibre.</param>
/// <param name="YearOfManufacture">The year of manufacture.</param>
/// <param name="Marks">Its marks as read.</param>
/// <param name="FoundOn">When it was seized, found or surrendered.</param>
public sealed record AskedArm(
    ArmType Type,
    Known<ShortText> Maker,
    Known<CountryCode> ManufactureCountry,
    Known<ShortText> Model,
    Known<ShortText> Calibre,
    Known<int> YearOfManufacture,
    IReadOnlyList<MarkAsRead> Marks,
    Known<PartialDate> FoundOn);

/// <summary>What a request to or from another State says.</summary>
/// <param name="Priority">How soon.</param>
/// <param name="UrgencyJustification">Why before others; only for urgent requests.</param>
/// <param name="Grounds">The content that the Instrument asks for.</param>
/// <param name="Arm">The arm.</param>
/// <param name="NeededUntil">The last day on which an answer is of use; null where it always is.</param>
public sealed record CrossBorderContent(
    TracePriority Priority, Note? UrgencyJustification, TraceGrounds Grounds, AskedArm Arm, DateOnly? NeededUntil);

/// <summary>How something came or went between two States.</summary>
public enum ExchangeWay
{
    /// <summary>By hand: a letter, an e-mail, a file on a medium.</summary>
    ByHand,

    /// <summary>From registry to registry, as a signed document.</summary>
    Document,
}

/// <summary>What a State answers another one.</summary>
/// <param name="Kind">What sort of answer.</param>
/// <param name="Finding">Whether its register has the arm; null where the answer does not tell.</param>
/// <param name="Reason">Why it delays, restricts or refuses (International Tracing Instrument para. 22).</param>
/// <param name="Explanation">That reason in words (International Tracing Instrument para. 23).</param>
/// <param name="Facts">What it tells of the arm.</param>
/// <param name="ExpectedOn">When a delayed answer, or the rest of a partial one, is expected.</param>
public sealed record TraceAnswerContent(
    TraceAnswerKind Kind,
    TraceFinding? Finding = null,
    WithholdingReason? Reason = null,
    Note? Explanation = null,
    AnswerFacts? Facts = null,
    DateOnly? ExpectedOn = null);

/// <summary>The sorts of answers between States.</summary>
public enum TraceAnswerKind
{
    /// <summary>Everything that is known.</summary>
    Answered,

    /// <summary>A part; more is to come.</summary>
    PartiallyAnswered,

    /// <summary>Later, for a reason.</summary>
    Delayed,

    /// <summary>Without what a reason forbids to tell.</summary>
    Restricted,

    /// <summary>Nothing, for a reason.</summary>
    Refused,
}

/// <summary>Whether a State's register has the arm.</summary>
public enum TraceFinding
{
    /// <summary>It has: the last legal record, or the export by which the arm left for the State that the answer names next.</summary>
    Positive,

    /// <summary>It has no such record.</summary>
    Negative,
}

/// <summary>What an answer tells of the arm, without personal data.</summary>
/// <param name="Outcome">What the trace came to there.</param>
/// <param name="Hops">The stations of the chain that may be told.</param>
/// <param name="NextCountry">The State with which the trail goes on.</param>
/// <param name="Holder">The party that last lawfully had the arm, where it may be named; kept among the parties.</param>
/// <param name="Text">More, in words.</param>
public sealed record AnswerFacts(
    TraceOutcome Outcome, IReadOnlyList<AnswerHop> Hops, CountryCode? NextCountry = null, Guid? Holder = null, Note? Text = null);

/// <summary>One station of a chain as another State is told of it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredOn">When.</param>
/// <param name="OtherCountry">The country it left for or came from.</param>
public sealed record AnswerHop(HopKind Kind, Known<PartialDate> OccurredOn, CountryCode? OtherCountry = null);

/// <summary>The steps of a request's clock.</summary>
public enum TraceClockStep
{
    /// <summary>Receipt is to be acknowledged.</summary>
    Acknowledge,

    /// <summary>The answer is due.</summary>
    Answer,

    /// <summary>The next reminder is due.</summary>
    Remind,

    /// <summary>A higher authority is to be told.</summary>
    Escalate,

    /// <summary>It counts as not replied to.</summary>
    NoReply,

    /// <summary>It is of no use any more.</summary>
    Expire,
}
