using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Naming;
using FirearmsRegistry.Registry.Shared.Texts;

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
/// <param name="About">What people know the record by; null for a reader who may not read it, and where it has no such thing.</param>
public sealed record Notice(
    Guid Id, NoticeKind Kind, NoticeOccasion Occasion, NoticeResource Resource, DateTimeOffset At, string? CausedBy, Role? ForRole,
    DateTimeOffset? ReadAt, NoticeSubject? About = null);

/// <summary>What people know the record of a notice by, looked up when the notice is read and as far as its reader may read the record.</summary>
/// <param name="CaseReference">The reference of the authority that asks, or of the one that took the item in.</param>
/// <param name="PartnerReference">The other State's reference.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Country">The other State.</param>
/// <param name="DueAt">When the next step of its clock is due.</param>
public sealed record NoticeSubject(
    ShortText? CaseReference, ShortText? PartnerReference, ArmName? Arm, CountryCode? Country, DateTimeOffset? DueAt);
