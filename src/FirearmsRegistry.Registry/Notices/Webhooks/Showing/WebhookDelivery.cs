using FirearmsRegistry.Registry.Shared.Outgoing;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary>A notice on its way to another system.</summary>
/// <param name="Id">The delivery, as the other system sees it in each attempt.</param>
/// <param name="Kind">What the notice tells of.</param>
/// <param name="Occasion">What happened.</param>
/// <param name="Resource">The record.</param>
/// <param name="At">When it happened.</param>
/// <param name="State">How far it is.</param>
/// <param name="DueAt">When it is tried next; null where that is over.</param>
/// <param name="DeliveredAt">When it was taken.</param>
/// <param name="Attempts">Every attempt, in order.</param>
public sealed record WebhookDelivery(
    Guid Id,
    NoticeKind Kind,
    NoticeOccasion Occasion,
    NoticeResource Resource,
    DateTimeOffset At,
    WebhookDeliveryState State,
    DateTimeOffset? DueAt,
    DateTimeOffset? DeliveredAt,
    IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>One attempt at a delivery.</summary>
/// <param name="At">When its answer came, or did not.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Status">The HTTP status of the answer, where there was one.</param>
public sealed record WebhookAttempt(DateTimeOffset At, OutgoingOutcome Outcome, int? Status);

/// <summary>How far a delivery is.</summary>
public enum WebhookDeliveryState
{
    /// <summary>It is to be sent, for the first time or again; while its webhook is disabled it stays so.</summary>
    Waiting,

    /// <summary>The other system took it.</summary>
    Delivered,

    /// <summary>The webhook ended before it was taken.</summary>
    GivenUp,
}
