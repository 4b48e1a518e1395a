using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Firearms.Marking;

/// <summary>A mark that a command brings.</summary>
/// <param name="MarkId">Its id within the firearm.</param>
/// <param name="Mark">What is, or is put, on the metal.</param>
/// <param name="AppliedHere">True: applied under this registry's policy, which must be obeyed. False: recorded as found, whatever it is.</param>
/// <param name="On">When it was applied or seen.</param>
/// <param name="MethodOverride">Why a method is used that the policy advises against.</param>
public sealed record NewMark(Guid MarkId, PhysicalMark Mark, bool AppliedHere, PartialDate On, Note? MethodOverride = null)
{
    /// <summary>The maker's serial in it, by which the arm may look like another one; none where it is no maker's mark.</summary>
    internal IReadOnlyList<MarkText> MakersSerial => Mark is { Kind: MarkKind.Manufacture, Serial: { } serial } ? [serial] : [];
}
