using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.TraceRequests.GettingDetails;

/// <summary>A trace request as it stands.</summary>
public sealed partial class TraceRequestDetails
{
    /// <summary>The request's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>Who asks whom.</summary>
    public TraceKind Kind { get; set; }

    /// <summary>The item to be traced; null where another State's request is not about one.</summary>
    public Guid? SeizedItemId { get; set; }

    /// <summary>How soon.</summary>
    public TracePriority Priority { get; set; }

    /// <summary>Why before others.</summary>
    public Note? UrgencyJustification { get; set; }

    /// <summary>The content that the Instrument asks for.</summary>
    public TraceGrounds Grounds { get; set; } = null!;

    /// <summary>When it was filed, and acknowledged with it.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Where it stands.</summary>
    public TraceRequestState State { get; set; }

    /// <summary>As what it ended: answered, refused or without reply; null while it has not, and where it was withdrawn.</summary>
    public TraceRequestState? EndedAs { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How the register was searched.</summary>
    public TraceSearched? Search { get; set; }

    /// <summary>What a person said the arm is, where the search left it open.</summary>
    public TraceIdentificationConfirmed? Confirmation { get; set; }

    /// <summary>The last record of a lawful holder.</summary>
    public LastLegalRecord? LastLegalRecord { get; set; }

    /// <summary>Where the arm left the licit circuit, as far as known.</summary>
    public PointOfDiversion? PointOfDiversion { get; set; }

    /// <summary>The request to another State, while its answer is awaited.</summary>
    public OnwardRequest? Onward { get; set; }

    /// <summary>The answers of other States.</summary>
    public List<ForeignAnswerRecorded> Answers { get; set; } = [];

    /// <summary>What authorities established otherwise.</summary>
    public List<EstablishmentRecorded> Establishments { get; set; } = [];

    /// <summary>What it came to.</summary>
    public TraceOutcome? Outcome { get; set; }

    /// <summary>The outcome line of the item.</summary>
    public OutcomeLine? Line { get; set; }

    /// <summary>The code of the rule that decided the line.</summary>
    public string? Reason { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public Note? WithdrawalReason { get; set; }

    /// <summary>What it holds beyond a domestic request; null for those.</summary>
    public CrossBorderDetails? CrossBorder { get; set; }

    /// <summary>The requests to other States that go on with it.</summary>
    public List<OnwardLink> OnwardRequests { get; set; } = [];

    /// <summary>The entries of the disclosure log about it.</summary>
    public List<Guid> Disclosures { get; set; } = [];

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceRequested> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Kind = happened.Data.Kind;
        SeizedItemId = happened.Data.SeizedItemId;
        Priority = happened.Data.Priority;
        UrgencyJustification = happened.Data.UrgencyJustification;
        Grounds = happened.Data.Grounds;
        RequestedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceAcknowledged happened) => State = TraceRequestState.Acknowledged;

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceWithdrawn> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Withdrawn;
        WithdrawalReason = happened.Data.Reason;
        Onward = null;
        EndedAt = happened.Timestamp;
        CrossBorder?.Clock.Clear();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceSearched happened) => Search = happened;

    /// <summary>Folds the event.</summary>
    public void Apply(TraceIdentificationConfirmed happened) => Confirmation = happened;

    /// <summary>Folds the event.</summary>
    public void Apply(TraceChainBuilt happened)
    {
        LastLegalRecord = happened.Chain.LastLegalRecord;
        PointOfDiversion = happened.Chain.PointOfDiversion;
    }

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
    public void Apply(EstablishmentRecorded happened) => Establishments.Add(happened);

    /// <summary>Folds the event.</summary>
    public void Apply(TraceOutcomeDecided happened)
    {
        Outcome = happened.Outcome;
        Line = happened.Line;
        Reason = happened.Reason;
        if (happened.State is TraceRequestState.InProgress)
            State = happened.State;
        else
            EndedAs = happened.State;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceClosed> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        State = TraceRequestState.Closed;
        Outcome ??= happened.Data.Outcome;
        EndedAt = happened.Timestamp;
    }
}
