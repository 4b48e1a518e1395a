using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Web.Marking.OrderingBatches;

namespace FirearmsRegistry.Web.Tests.Marking;

public sealed class ArmsOfMarkTests
{
    private static readonly Guid One = Guid.CreateVersion7();

    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public void An_arm_that_bears_the_mark_as_typed_goes_before_those_that_bear_one_alike() =>
        Assert.Equal([One], ArmsOfMark.Of("A0", [Hit(One, MatchedKey.AsMarked), Hit(One, MatchedKey.AsMarked), Hit(Other, MatchedKey.FoldedKey)]).Arms);

    [Fact]
    public void Several_arms_that_fit_as_closely_are_all_named() =>
        Assert.Equal([One, Other], ArmsOfMark.Of("A0", [Hit(One, MatchedKey.FoldedKey), Hit(Other, MatchedKey.FoldedKey)]).Arms);

    [Fact]
    public void A_void_mark_names_nothing() => Assert.Empty(ArmsOfMark.Of("A0", [Hit(One, MatchedKey.AsMarked, voided: true)]).Arms);

    private static MarkHit Hit(Guid arm, MatchedKey match, bool voided = false) => new(
        arm, Guid.CreateVersion7(), match, MatchedField.Serial, MarkKind.Manufacture, ComponentKind.Frame, "A0", "A0", false, voided, null, null, null, null);
}
