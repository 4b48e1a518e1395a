using FirearmsRegistry.Registry.Access;

namespace FirearmsRegistry.Registry.Notices.Inbox;

/// <summary>A notice in somebody's inbox.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Occasion">What happened.</param>
/// <param name="Resource">The record that it is about.</param>
/// <param name="At">When it happened.</param>
/// <param name="CausedBy">The subject of the person through whom it happened; null where time alone did it.</param>
/// <param name="ForRole">The role whose inbox it is in; null where it is to this person alone.</param>
/// <param name="ReadAt">When this person marked it as read.</param>
public sealed record Notice(
    Guid Id, NoticeKind Kind, NoticeOccasion Occasion, NoticeResource Resource, DateTimeOffset At, string? CausedBy, Role? ForRole,
    DateTimeOffset? ReadAt);
