using System.Text.Json.Serialization;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.Exchange.Documents;

/// <summary>The requested State has the request (International Tracing Instrument para. 19).</summary>
/// <param name="Head">What every document begins with.</param>
/// <param name="ReceivedAt">When it received it.</param>
/// <param name="Reference">Its own reference.</param>
public sealed record AcknowledgementDocument(DocumentHead Head, DateTimeOffset ReceivedAt, ShortText Reference) : IExchangeDocument
{
    bool IExchangeDocument.FromRequester => false;
}

/// <summary>
/// More information is asked for by the requested State, or given by the requesting one (International Tracing Instrument para. 20), which
/// also says here when it reminds of an answer that did not come, and when it needs none any more.
/// </summary>
/// <param name="Head">What every document begins with.</param>
/// <param name="Act">Asked for, given, reminded of, or not needed any more.</param>
/// <param name="Text">The question, the information, what is waited for, or why nothing is needed.</param>
/// <param name="QuestionId">The question; null where the request is withdrawn or reminded of.</param>
/// <param name="Arm">The arm, where information given tells more of it.</param>
/// <param name="Handling">On what terms the question, or the information given, is lent; null where the State sets none.</param>
public sealed record MoreInformationDocument(
    DocumentHead Head,
    InformationAct Act,
    Note Text,
    Guid? QuestionId = null,
    AskedArm? Arm = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HandlingRestriction? Handling = null) : IExchangeDocument
{
    bool IExchangeDocument.FromRequester => Act != InformationAct.Asked;
}

/// <summary>What a document about information does.</summary>
public enum InformationAct
{
    /// <summary>The requested State asks.</summary>
    Asked,

    /// <summary>The requesting State gives.</summary>
    Given,

    /// <summary>The requesting State withdraws its request.</summary>
    Withdrawn,

    /// <summary>The requesting State reminds of its request, which is not acknowledged or not answered in time.</summary>
    Reminded,
}

/// <summary>What the requested State answers (International Tracing Instrument paras 18, 21 to 23).</summary>
/// <param name="Head">What every document begins with.</param>
/// <param name="Kind">What sort of answer.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="Finding">Whether its register has the arm; null where the answer does not tell.</param>
/// <param name="Reason">Why it delays, restricts or refuses; only then.</param>
/// <param name="Explanation">That reason in words; only then.</param>
/// <param name="Trail">What its register tells of the arm.</param>
/// <param name="ExpectedOn">When a delayed answer, or the rest of a partial one, is expected.</param>
/// <param name="Handling">On what terms the content is lent; null where the State sets none.</param>
public sealed record TraceAnswerDocument(
    DocumentHead Head,
    TraceAnswerKind Kind,
    ShortText Reference,
    TraceFinding? Finding = null,
    WithholdingReason? Reason = null,
    Note? Explanation = null,
    AnsweredTrail? Trail = null,
    DateOnly? ExpectedOn = null,
    HandlingRestriction? Handling = null) : IExchangeDocument
{
    bool IExchangeDocument.FromRequester => false;
}

/// <summary>What a register tells of an arm.</summary>
/// <param name="Outcome">What the trace came to there.</param>
/// <param name="Hops">The stations of the arm in their order, up to 200.</param>
/// <param name="NextCountry">The State with which the trail goes on.</param>
/// <param name="Holder">Who last lawfully had the arm, where the State may name him.</param>
/// <param name="Text">More, in words.</param>
public sealed record AnsweredTrail(
    TraceOutcome Outcome, IReadOnlyList<AnswerHop> Hops, CountryCode? NextCountry = null, AnsweredHolder? Holder = null, Note? Text = null);

/// <summary>A holder as one State names him to another: personal data, which the receiver keeps under a key like those of its own parties.</summary>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Category">In which role it had the arm.</param>
/// <param name="Name">The full name.</param>
/// <param name="Country">The country of nationality, or of the seat.</param>
public sealed record AnsweredHolder(PartyKind Kind, PartyCategory Category, ShortText Name, Known<CountryCode> Country);
