using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.GettingDetails;

/// <summary>What a request to or from another State shows beyond a domestic one.</summary>
public sealed class CrossBorderDetails
{
    /// <summary>The national point of contact of the other State.</summary>
    public Guid PartnerId { get; set; }

    /// <summary>The other State.</summary>
    public CountryCode Country { get; set; }

    /// <summary>The other State's reference.</summary>
    public ShortText? PartnerReference { get; set; }

    /// <summary>The request with which an outbound one goes on.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>The first request of the tree.</summary>
    public Guid RootId { get; set; }

    /// <summary>The arm.</summary>
    public AskedArm Arm { get; set; } = null!;

    /// <summary>The last day on which an answer is of use.</summary>
    public DateOnly? NeededUntil { get; set; }

    /// <summary>What the State that asks wants of whoever has the request: the other State, or this one for what was lent to it.</summary>
    public HandlingRestriction? Restriction { get; set; }

    /// <summary>When it was sent, or came.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>When receipt was acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>What was asked and told in between.</summary>
    public List<TraceQuestion> Questions { get; set; } = [];

    /// <summary>What the other State answered.</summary>
    public List<OutboundTraceAnswered> ReceivedAnswers { get; set; } = [];

    /// <summary>What is proposed to be answered to the other State, while nobody has approved it.</summary>
    public InboundAnswerProposed? Proposal { get; set; }

    /// <summary>What was answered to the other State.</summary>
    public List<InboundTraceAnswered> GivenAnswers { get; set; } = [];

    /// <summary>The consents of other States to the disclosure of what came with it.</summary>
    public List<DisclosureConsentRecorded> Consents { get; set; } = [];

    /// <summary>What other States were told of coming disclosures of what came with it.</summary>
    public List<ProviderInformed> ProvidersInformed { get; set; } = [];

    /// <summary>The steps of the clock that run.</summary>
    public List<TraceClockSet> Clock { get; set; } = [];

    /// <summary>How many reminders became due.</summary>
    public int RemindersDue { get; set; }

    /// <summary>How many reminders went out.</summary>
    public int RemindersSent { get; set; }

    /// <summary>How often the other State reminded this one.</summary>
    public int RemindersReceived { get; set; }

    /// <summary>When it became a matter for a higher authority.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }
}

/// <summary>A question between two States.</summary>
/// <param name="QuestionId">The question's id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="AskedAt">When that was recorded.</param>
/// <param name="Information">What was told.</param>
/// <param name="GivenAt">When that was recorded.</param>
/// <param name="Restriction">On what terms the question was lent; null where the State that asked set none.</param>
/// <param name="InformationRestriction">On what terms the information was lent; null where the State that gave it set none.</param>
public sealed record TraceQuestion(
    Guid QuestionId,
    Note Question,
    DateTimeOffset AskedAt,
    Note? Information = null,
    DateTimeOffset? GivenAt = null,
    HandlingRestriction? Restriction = null,
    HandlingRestriction? InformationRestriction = null);

/// <summary>A request to another State that goes on with the one shown.</summary>
/// <param name="TraceRequestId">That request.</param>
/// <param name="Country">The State.</param>
/// <param name="EndedAs">Where it stood when it was not waited for any more; null while it is.</param>
public sealed record OnwardLink(Guid TraceRequestId, CountryCode Country, TraceRequestState? EndedAs = null);
