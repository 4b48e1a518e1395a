using System.Text.Json;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>What another system is told: that something happened to a record. What that was it reads here, with rights of its own.</summary>
/// <param name="DeliveryId">The same whenever the same notice is sent again.</param>
/// <param name="NoticeId">The notice.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Occasion">What happened.</param>
/// <param name="Resource">The record.</param>
/// <param name="At">When it happened.</param>
public sealed record WebhookMessage(
    Guid DeliveryId, Guid NoticeId, NoticeKind Kind, NoticeOccasion Occasion, NoticeResource Resource, DateTimeOffset At)
{
    /// <summary>The header with the delivery's id.</summary>
    public const string DeliveryHeader = "Registry-Delivery";

    /// <summary>The body.</summary>
    public byte[] ToBody() => JsonSerializer.SerializeToUtf8Bytes(this, RegistryJson.Options);
}
