using FirearmsRegistry.Registry.Exchange.Documents;

namespace FirearmsRegistry.Registry.Exchange.Delivering;

/// <summary>Where a document that another State is owed stands.</summary>
public enum OutboxState
{
    /// <summary>It waits for its delivery, the first one or a further one.</summary>
    Waiting,

    /// <summary>The partner has no registry that takes it: somebody has to carry it.</summary>
    ByHand,

    /// <summary>The partner's registry gave a receipt.</summary>
    Delivered,

    /// <summary>Somebody handed it over.</summary>
    HandedOver,

    /// <summary>The partner's registry refused it for what it says, or what it tells may be told no more; nothing is tried any more.</summary>
    Refused,

    /// <summary>It was a reminder, and before its delivery there was nothing to remind of any more.</summary>
    Lapsed,
}

/// <summary>A document that another State is owed.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="TraceRequestId">The request that it is about.</param>
/// <param name="PartnerId">The partner.</param>
/// <param name="Kind">Which document.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">Since when it is owed.</param>
/// <param name="DueAt">When it is tried next.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastFailure">The code of what went wrong last.</param>
/// <param name="EndedAt">When it was delivered, handed over or refused.</param>
/// <param name="Receipt">The partner's signed receipt.</param>
public sealed record OutboxLine(
    Guid Id,
    Guid TraceRequestId,
    Guid PartnerId,
    DocumentKind Kind,
    OutboxState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    int Attempts,
    string? LastFailure,
    DateTimeOffset? EndedAt,
    string? Receipt);
