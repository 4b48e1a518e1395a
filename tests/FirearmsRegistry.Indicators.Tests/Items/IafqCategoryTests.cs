using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Tests.Items;

public sealed class IafqCategoryTests
{
    [Theory]
    [InlineData(IafqType.Pistol, ArmType.Pistol, ArmType.SingleShotHandgun)]
    [InlineData(IafqType.Revolver, ArmType.Revolver)]
    [InlineData(IafqType.Rifle, ArmType.Rifle, ArmType.Carbine, ArmType.AssaultRifle)]
    [InlineData(IafqType.Shotgun, ArmType.Shotgun, ArmType.Combination)]
    [InlineData(IafqType.MachineGun, ArmType.LightMachineGun, ArmType.HeavyMachineGun, ArmType.MachineGun)]
    [InlineData(IafqType.SubmachineGun, ArmType.SubmachineGun)]
    [InlineData(
        IafqType.Other, ArmType.GrenadeLauncher, ArmType.MissileLauncher, ArmType.RecoillessRifle, ArmType.Mortar, ArmType.Other)]
    [InlineData(IafqType.Unknown, ArmType.Unknown)]
    public void Types_are_counted_under_their_category(IafqType category, params ArmType[] types) =>
        Assert.Equal(types, Enum.GetValues<ArmType>().Where(type => type.IafqType() == category));

    [Theory]
    [InlineData(MarkingState.UniquelyMarked, IafqMarking.UniquelyMarked)]
    [InlineData(MarkingState.NotUniquelyMarked, IafqMarking.NoMarking)]
    [InlineData(MarkingState.NeverMarked, IafqMarking.NoMarking)]
    [InlineData(MarkingState.Erased, IafqMarking.NoMarking)]
    [InlineData(MarkingState.Altered, IafqMarking.AlteredMarking)]
    [InlineData(MarkingState.Unknown, IafqMarking.Unknown)]
    public void Marking_states_are_counted_as_found(MarkingState state, IafqMarking category) => Assert.Equal(category, state.IafqMarking());
}
