using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>What decisions need to know of a trace request, folded from its events. It decides nothing.</summary>
public sealed partial class TraceRequest
{
    /// <summary>The request's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>Who asks whom.</summary>
    public TraceKind Kind { get; private set; }

    /// <summary>The item to be traced; empty where another State's request is not about one.</summary>
    public Guid SeizedItemId { get; private set; }

    /// <summary>How soon.</summary>
    public TracePriority Priority { get; private set; }

    /// <summary>The subject of the human who asked; the job acts in that name.</summary>
    public string? RequestedBy { get; private set; }

    /// <summary>The event with which it was asked: the cause of what the job records.</summary>
    public Guid RequestedEvent { get; private set; }

    /// <summary>What ties the job's records to the request's.</summary>
    public string? CorrelationId { get; private set; }

    /// <summary>The reference of the authority that asked; null where it gave none.</summary>
    public ShortText? CaseReference { get; private set; }

    /// <summary>Where it stands.</summary>
    public TraceRequestState State { get; private set; }

    /// <summary>Whether the register was searched.</summary>
    public bool Searched { get; private set; }

    /// <summary>The registered arm that the search found, or that a person confirmed.</summary>
    public Guid? FirearmId { get; private set; }

    /// <summary>Whether a person confirmed which arm it is: no later search says otherwise.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether it has ended, and so does not end again.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The chain, where the arm is registered.</summary>
    public Chain? Chain { get; private set; }

    /// <summary>The request to another State, while its answer is awaited.</summary>
    public OnwardRequest? Onward { get; private set; }

    /// <summary>The answers of other States in the order of their recording.</summary>
    public List<ForeignAnswerRecorded> Answers { get; } = [];

    /// <summary>What it came to, as decided last.</summary>
    public TraceOutcomeDecided? Outcome { get; private set; }

    /// <summary>What it holds beyond a domestic request; null for those.</summary>
    public CrossBorderStanding? Abroad { get; private set; }

    /// <summary>The requests to other States that go on with it and are waited for.</summary>
    public Dictionary<Guid, CountryCode> OpenOnward { get; } = [];

    /// <summary>The consents of providers to disclosures of what came with this request.</summary>
    public List<DisclosureConsentRecorded> Consents { get; } = [];

    /// <summary>What providers were told of coming disclosures of what came with this request.</summary>
    public List<ProviderInformed> Informed { get; } = [];

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceRequested> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Kind = happened.Data.Kind;
        SeizedItemId = happened.Data.SeizedItemId;
        Priority = happened.Data.Priority;
        CaseReference = happened.Data.Grounds.CaseReference;
        RequestedBy = happened.UserName;
        RequestedEvent = happened.Id;
        CorrelationId = happened.CorrelationId;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceAcknowledged happened) => State = TraceRequestState.Acknowledged;

    /// <summary>Folds the event.</summary>
    public void Apply(TraceWithdrawn happened)
    {
        State = TraceRequestState.Withdrawn;
        HasEnded = true;
        Onward = null;
        StopClock();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceSearched happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Searched = true;
        if (!IsConfirmed)
            FirearmId = happened.FirearmId;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceIdentificationConfirmed happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (FirearmId, IsConfirmed) = (happened.FirearmId, true);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceChainBuilt happened) => Chain = happened.Chain;

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardRequestRecorded happened) => Onward = new OnwardRequest(happened.Country, happened.DueAt);

    /// <summary>Folds the event.</summary>
    public void Apply(ForeignAnswerRecorded happened)
    {
        Answers.Add(happened);
        Onward = null;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(OnwardAnswerOverdue happened) => Onward = null;

    /// <summary>Folds the event.</summary>
    public void Apply(TraceOutcomeDecided happened)
    {
        Outcome = happened;
        if (!HasEnded)
            State = happened.State;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceClosed happened)
    {
        State = TraceRequestState.Closed;
        HasEnded = true;
    }
}
