using FirearmsRegistry.Marks.Dates;

namespace FirearmsRegistry.Registry.Firearms.GettingDetails;

/// <summary>A mark as it stands.</summary>
/// <param name="MarkId">Its id within the firearm.</param>
/// <param name="Mark">What is on the metal.</param>
/// <param name="AppliedHere">Whether it was applied under this registry's policy.</param>
/// <param name="On">When it was applied here, or seen on the arm.</param>
/// <param name="Findings">In what it breaks the mark policy.</param>
/// <param name="Verified">Whether it was read back as ordered.</param>
/// <param name="Tampering">What somebody did to it.</param>
/// <param name="RestoredText">What a laboratory read after that.</param>
/// <param name="Voided">Whether it no longer counts.</param>
public sealed record MarkDetails(
    Guid MarkId,
    PhysicalMark Mark,
    bool AppliedHere,
    PartialDate On,
    IReadOnlyList<MarkFindingNote> Findings,
    bool Verified = false,
    MarkTampering? Tampering = null,
    Marks.Texts.MarkText? RestoredText = null,
    bool Voided = false);
