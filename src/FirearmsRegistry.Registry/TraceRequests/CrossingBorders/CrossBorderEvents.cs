using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>A request to another State was written; nobody has it yet.</summary>
/// <param name="PartnerId">The national point of contact to be asked.</param>
/// <param name="Country">Its State.</param>
/// <param name="ParentId">The request with which this one goes on.</param>
/// <param name="RootId">The first request of the tree.</param>
/// <param name="SeizedItemId">The item, where the tree began with one.</param>
/// <param name="Content">What it says.</param>
public sealed record OutboundTraceDrafted(
    Guid PartnerId, CountryCode Country, Guid ParentId, Guid RootId, Guid? SeizedItemId, CrossBorderContent Content);

/// <summary>A draft was changed.</summary>
/// <param name="Content">What it says now.</param>
public sealed record OutboundTraceAmended(CrossBorderContent Content);

/// <summary>A request was sent to another State.</summary>
/// <param name="Way">How.</param>
/// <param name="Reference">The letter with which it went.</param>
/// <param name="Restriction">What its receiver is asked for it, by this State and by others that lent what it says.</param>
public sealed record OutboundTraceSubmitted(ExchangeWay Way, ShortText? Reference, HandlingRestriction? Restriction = null);

/// <summary>The other State acknowledged receipt (International Tracing Instrument para. 19).</summary>
/// <param name="PartnerReference">Its reference.</param>
public sealed record OutboundTraceAcknowledged(ShortText? PartnerReference);

/// <summary>Another State asked this one about an arm.</summary>
/// <param name="PartnerId">Its national point of contact.</param>
/// <param name="Country">The State.</param>
/// <param name="PartnerReference">Its reference, which it uses for no other request.</param>
/// <param name="Content">What it says.</param>
/// <param name="Restriction">What the State asks for its information.</param>
/// <param name="Way">How it came.</param>
public sealed record InboundTraceReceived(
    Guid PartnerId, CountryCode Country, ShortText PartnerReference, CrossBorderContent Content, HandlingRestriction? Restriction, ExchangeWay Way);

/// <summary>The State that is asked needs to know more (International Tracing Instrument para. 20).</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Question">What it needs to know.</param>
/// <param name="Restriction">What the State asks for what the question tells.</param>
public sealed record MoreInformationAsked(Guid QuestionId, Note Question, HandlingRestriction? Restriction = null);

/// <summary>The State that asks told more.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Information">What it told.</param>
/// <param name="Arm">The arm, where more is known of it now.</param>
/// <param name="Restriction">What the State asks for it, itself and because others lent what it tells.</param>
public sealed record MoreInformationGiven(Guid QuestionId, Note Information, AskedArm? Arm, HandlingRestriction? Restriction = null);

/// <summary>The State that is asked works on the request.</summary>
public sealed record TraceWorkBegun;

/// <summary>The other State answered a request of this one.</summary>
/// <param name="AnswerId">The answer's id within the request.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="Source">The authority that answered.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="AnsweredOn">When.</param>
/// <param name="Restriction">What the State asks for its information.</param>
public sealed record OutboundTraceAnswered(
    Guid AnswerId, TraceAnswerContent Answer, ShortText Source, ShortText Reference, PartialDate AnsweredOn, HandlingRestriction? Restriction);

/// <summary>An answer to another State was proposed; nothing is disclosed before it is approved.</summary>
/// <param name="ProposalId">The proposal's id within the request.</param>
/// <param name="Answer">What would be answered.</param>
/// <param name="Restriction">What this State would ask for its information.</param>
/// <param name="Sources">The answers of further States whose information it holds; null where it may hold that of all of them.</param>
/// <param name="Automatically">Whether the search proposed it.</param>
public sealed record InboundAnswerProposed(
    Guid ProposalId, TraceAnswerContent Answer, HandlingRestriction? Restriction, IReadOnlyList<Guid>? Sources, bool Automatically);

/// <summary>The answer to another State was approved and is to be sent.</summary>
/// <param name="AnswerId">The answer's id within the request.</param>
/// <param name="ProposalId">The proposal that was approved.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="Restriction">What this State asks for its information, and for what others lent to it.</param>
/// <param name="Agreement">The rule that both sides signed, by which nobody had to approve it; null where a human did.</param>
public sealed record InboundTraceAnswered(
    Guid AnswerId, Guid ProposalId, TraceAnswerContent Answer, HandlingRestriction? Restriction, ShortText? Agreement);

/// <summary>A request to another State goes on with this one.</summary>
/// <param name="OnwardRequestId">That request.</param>
/// <param name="Country">The State.</param>
public sealed record OnwardRequestSent(Guid OnwardRequestId, CountryCode Country);

/// <summary>A request that went on with this one is not waited for any more.</summary>
/// <param name="OnwardRequestId">That request.</param>
/// <param name="Country">The State.</param>
/// <param name="State">Where that request stands.</param>
public sealed record OnwardRequestEnded(Guid OnwardRequestId, CountryCode Country, TraceRequestState State);

/// <summary>A step of the clock was set, in place of its time before.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueAt">When it is due, by the partner's calendar as it then was.</param>
public sealed record TraceClockSet(TraceClockStep Step, DateTimeOffset DueAt);

/// <summary>Steps of the clock were stopped.</summary>
/// <param name="Steps">The steps.</param>
public sealed record TraceClockStopped(IReadOnlyList<TraceClockStep> Steps);

/// <summary>A reminder became due: to the other State for an outbound request, to the own point of contact for an inbound one.</summary>
/// <param name="Step">What is overdue.</param>
/// <param name="DueAt">When it was due.</param>
/// <param name="Number">The how-many-th reminder it is.</param>
public sealed record TraceReminderDue(TraceClockStep Step, DateTimeOffset DueAt, int Number);

/// <summary>The other State was reminded of an outbound request, or reminded this one of an inbound request.</summary>
/// <param name="Way">How.</param>
/// <param name="Reference">The letter or document.</param>
/// <param name="Text">What the other State wrote, where it reminded this one.</param>
public sealed record TraceReminded(ExchangeWay Way, ShortText? Reference, Note? Text = null);

/// <summary>The wait became a matter for a higher authority.</summary>
/// <param name="DueAt">When that was due.</param>
public sealed record TraceEscalated(DateTimeOffset DueAt);

/// <summary>The other State did not reply within its clock; a late answer is still taken.</summary>
/// <param name="DueAt">When it ran out.</param>
public sealed record TraceNotRepliedTo(DateTimeOffset DueAt);

/// <summary>The day passed until which an answer was of use.</summary>
/// <param name="NeededUntil">The day.</param>
public sealed record TraceExpired(DateOnly NeededUntil);

/// <summary>A request to or from another State ended; what comes afterwards is refused.</summary>
/// <param name="Remark">A remark.</param>
public sealed record CrossBorderTraceClosed(Note? Remark);
