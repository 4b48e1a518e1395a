using System.Collections.Immutable;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>What a request to or from another State holds beyond a domestic one, as decisions need it.</summary>
public sealed record CrossBorderStanding
{
    /// <summary>The national point of contact of the other State.</summary>
    public required Guid PartnerId { get; init; }

    /// <summary>The other State.</summary>
    public required CountryCode Country { get; init; }

    /// <summary>The request with which an outbound one goes on; null for inbound ones.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The first request of the tree.</summary>
    public required Guid RootId { get; init; }

    /// <summary>What it says, with what was told later.</summary>
    public required CrossBorderContent Content { get; init; }

    /// <summary>The other State's reference.</summary>
    public ShortText? PartnerReference { get; init; }

    /// <summary>Whether it was sent, or came.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>The question that was not answered yet.</summary>
    public MoreInformationAsked? OpenQuestion { get; init; }

    /// <summary>The answer that was proposed last, while nobody has approved it.</summary>
    public InboundAnswerProposed? Proposal { get; init; }

    /// <summary>What was answered last, by the other State or to it.</summary>
    public TraceAnswerContent? LastAnswer { get; init; }

    /// <summary>What the other State answered last.</summary>
    public OutboundTraceAnswered? LastReceived { get; init; }

    /// <summary>The steps of the clock that run, with their times.</summary>
    public ImmutableSortedDictionary<TraceClockStep, DateTimeOffset> Clock { get; init; } =
        ImmutableSortedDictionary<TraceClockStep, DateTimeOffset>.Empty;

    /// <summary>How many reminders became due.</summary>
    public int Reminders { get; init; }

    /// <summary>The information of other States that it holds, with their restrictions.</summary>
    public ImmutableList<ReceivedDatum> Received { get; init; } = [];
}
