using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>An item on record that may be the same arm.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="SeizureId">Its seizure.</param>
/// <param name="IntakeOn">When it came in.</param>
/// <param name="Authority">Who took it in.</param>
/// <param name="CaseReference">That authority's reference.</param>
public sealed record SameArm(Guid ItemId, Guid SeizureId, string IntakeOn, string Authority, string CaseReference)
{
    /// <summary>Why an item counts beside others: the reason given, where there are others.</summary>
    internal static Note? Distinct(IReadOnlyList<SameArm> sameArms, Note? reason) => sameArms.Count > 0 ? reason : null;

    /// <summary>The items that it was confirmed to count beside; null where nothing was confirmed.</summary>
    internal static IReadOnlyList<Guid>? Ids(IReadOnlyList<SameArm> sameArms, Note? reason) =>
        Distinct(sameArms, reason) is null ? null : [.. sameArms.Select(arm => arm.ItemId)];
}
