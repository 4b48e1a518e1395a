using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Tests.Counts;

public sealed class ExclusionsTests
{
    [Theory]
    [InlineData(Intake.Seized, LegalBasis.Criminal, false, false, null)]
    [InlineData(Intake.Seized, null, false, false, null)]
    [InlineData(Intake.Seized, LegalBasis.Administrative, false, false, ExclusionReason.Administrative)]
    [InlineData(Intake.Found, LegalBasis.Administrative, false, false, null)]
    [InlineData(Intake.Surrendered, null, true, false, ExclusionReason.Antique)]
    [InlineData(Intake.Seized, LegalBasis.Administrative, true, false, ExclusionReason.Antique)]
    [InlineData(Intake.Seized, LegalBasis.Administrative, true, true, ExclusionReason.Duplicate)]
    public void An_arm_is_left_out_for_one_reason_only(Intake intake, LegalBasis? basis, bool antique, bool duplicate, ExclusionReason? reason) =>
        Assert.Equal(reason, Exclusions.ReasonFor(intake, basis, antique, duplicate));

    [Fact]
    public void Arms_left_out_are_counted_by_reason()
    {
        var exclusions = Exclusions.Of([ExclusionReason.Antique, ExclusionReason.Duplicate, ExclusionReason.Administrative, ExclusionReason.Duplicate]);

        Assert.Equal(new Exclusions(1, 1, 2), exclusions);
        Assert.Equal(4, exclusions.Total);
    }
}
