using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Notices.Webhooks;

/// <summary>Another system is to be told of notices. Its secret is not in the event.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is told.</param>
/// <param name="Kinds">Of what.</param>
public sealed record WebhookRegistered(ShortText Name, WebhookAddress Address, IReadOnlyList<NoticeKind> Kinds);

/// <summary>One delivery failed so often that nothing more is sent until a person enables the webhook.</summary>
/// <param name="DeliveryId">The delivery.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record WebhookDisabled(Guid DeliveryId, int Attempts);

/// <summary>A person enabled the webhook: what waits is sent.</summary>
/// <param name="Reason">What was put right.</param>
public sealed record WebhookEnabled(Note Reason);

/// <summary>The other system is told of nothing any more, and its secret is forgotten.</summary>
/// <param name="Reason">Why.</param>
public sealed record WebhookEnded(Note Reason);
