using FirearmsRegistry.Registry.Shared.Outgoing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Showing;

/// <summary>A webhook as administrators see it.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Version">Its version.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Where it is told.</param>
/// <param name="Kinds">Of what.</param>
/// <param name="State">Whether anything is sent to it.</param>
/// <param name="StateSince">Since when.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="Waiting">How many deliveries wait.</param>
/// <param name="Attempts">How often the first of them was tried.</param>
/// <param name="LastOutcome">What came of its last attempt.</param>
/// <param name="LastStatus">The HTTP status of the answer to it, where there was one.</param>
/// <param name="Secret">What deliveries are signed with: in the answer to the registration alone.</param>
public sealed record WebhookView(
    Guid Id,
    long Version,
    ShortText Name,
    WebhookAddress Address,
    IReadOnlyList<NoticeKind> Kinds,
    WebhookState State,
    DateTimeOffset StateSince,
    DateTimeOffset RegisteredAt,
    long Waiting,
    int Attempts,
    OutgoingOutcome? LastOutcome,
    int? LastStatus,
    string? Secret);
