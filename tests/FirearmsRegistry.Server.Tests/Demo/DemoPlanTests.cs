using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Server.Demo;

namespace FirearmsRegistry.Server.Tests.Demo;

public sealed class DemoPlanTests
{
    private readonly PublishedCounts _counts = PublishedCounts.Load();

    [Fact]
    public void The_plan_has_every_published_marginal_exactly()
    {
        var plan = DemoPlan.Of(_counts);
        var arms = plan.Seizures.SelectMany(seizure => seizure.Arms).ToList();

        Assert.Equal((7782, 7236), (arms.Count, plan.Seizures.Count));
        Assert.All(Enum.GetValues<IafqType>(), type => Assert.Equal(_counts.Of(type), arms.Count(arm => arm.Type.IafqType() == type)));
        Assert.All(Enum.GetValues<ArmCondition>(), condition => Assert.Equal(_counts.Of(condition), arms.Count(arm => arm.Condition == condition)));
        Assert.All(Enum.GetValues<LocationKind>(), place => Assert.Equal(_counts.Of(place), arms.Count(arm => arm.Profile.Location == place)));
        Assert.All(Enum.GetValues<LegalJustification>(), why => Assert.Equal(_counts.Of(why), arms.Count(arm => arm.Profile.Justification == why)));
        Assert.All(Enum.GetValues<SuspectedOffence>(), what => Assert.Equal(_counts.Of(what), arms.Count(arm => arm.Profile.Offence == what)));
        Assert.All(Enum.GetValues<IafqMarking>(), marking => Assert.Equal(_counts.Of(marking), arms.Count(arm => arm.Marking.IafqMarking() == marking)));
    }

    [Fact]
    public void Arms_of_one_seizure_share_its_circumstances_and_no_arm_stands_twice()
    {
        var plan = DemoPlan.Of(_counts);

        Assert.All(plan.Seizures, seizure => Assert.All(seizure.Arms, arm => Assert.Equal(seizure.Profile, arm.Profile)));
        Assert.Equal(7782, plan.Seizures.SelectMany(seizure => seizure.Arms).Select(arm => arm.Index).Distinct().Count());
        Assert.All(plan.Seizures, seizure => Assert.Equal(2020, seizure.Day.Year));
    }

    [Fact]
    public void Only_uniquely_marked_arms_are_in_the_register_and_never_marked_ones_were_made_illicitly()
    {
        var arms = DemoPlan.Of(_counts).Seizures.SelectMany(seizure => seizure.Arms).ToList();

        Assert.All(arms, arm => Assert.Equal(arm.Marking == MarkingState.UniquelyMarked, arm.Story != ArmStory.NotRegistered));
        Assert.All(arms, arm => Assert.Equal(arm.Marking == MarkingState.NeverMarked,
            arm.Condition is ArmCondition.Assembled or ArmCondition.OtherwiseIllicitlyManufactured));
        Assert.Equal(_counts.Of(OutcomeLine.Pending), arms.Count(arm => arm.Story == ArmStory.ExportUnanswered));
    }

    [Fact]
    public void The_plan_is_the_same_every_time()
    {
        static IEnumerable<PlannedArm> Arms(DemoPlan plan) => plan.Seizures.SelectMany(seizure => seizure.Arms);

        Assert.Equal(Arms(DemoPlan.Of(_counts)), Arms(DemoPlan.Of(_counts)));
    }
}
