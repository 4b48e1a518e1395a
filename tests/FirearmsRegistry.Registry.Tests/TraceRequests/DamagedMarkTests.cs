using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.TraceRequests;
using FirearmsRegistry.Registry.TraceRequests.Searching;

namespace FirearmsRegistry.Registry.Tests.TraceRequests;

public sealed class DamagedMarkTests
{
    [Theory]
    [InlineData(ReadingCertainty.Probable)]
    [InlineData(ReadingCertainty.Doubtful)]
    public void No_arm_is_identified_by_a_mark_that_was_not_read_with_certainty_even_where_it_equals_a_registered_one(ReadingCertainty certainty)
    {
        var item = TraceCase.Item(serial: "AB12345", certainty: certainty);
        var keys = ArmKeys.Of(item);
        var registered = new RegisteredMarks([new RegisteredMark(TraceCase.Arm, "AB12345", "A812345", "AB12345", "A812345", "EXAMPLEARMS", "ESP")]);
        Assert.True(keys.IsEmpty);
        Assert.Equal(new ArmIdentification(IdentificationBasis.NothingToSearchBy, 0, null), ArmIdentification.Decide(item, keys, registered));
    }

    [Fact]
    public void A_mark_that_was_read_with_certainty_identifies()
    {
        var item = TraceCase.Item(serial: "AB12345");
        var registered = new RegisteredMarks([new RegisteredMark(TraceCase.Arm, "AB12345", "A812345", "AB12345", "A812345", "EXAMPLEARMS", "ESP")]);
        Assert.Equal(TraceCase.Arm, ArmIdentification.Decide(item, ArmKeys.Of(item), registered).FirearmId);
    }
}
