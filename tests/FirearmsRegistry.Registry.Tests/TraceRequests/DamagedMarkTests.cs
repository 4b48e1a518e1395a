using FirearmsRegistry.Marks.MarksAsRead;
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

    [Theory]
    [InlineData("AB1?345", false)]
    [InlineData("AB12345*", false)]
    [InlineData("A[B8]12345", false)]
    [InlineData("A[B?]12345", false)]
    [InlineData("AB12345", true)]
    public void A_notation_that_leaves_a_character_open_keeps_a_mark_from_identifying_however_certain_the_reader_is(string notation, bool identifies)
    {
        var item = TraceCase.Item(serial: "AB12345");
        var mark = item.Item.Marks[0] with { Notation = MarkReading.Parse(notation).GetOrThrow() };
        item.Apply(new SeizedItemCorrected(item.Item, item.Item with { Marks = [mark] }, TraceCase.Long("Read again.")));
        Assert.Equal(identifies, !ArmKeys.Of(item).IsEmpty);
        Assert.Equal(notation, mark.Reading.ToString());
    }

    [Fact]
    public void A_mark_that_was_read_with_certainty_identifies()
    {
        var item = TraceCase.Item(serial: "AB12345");
        var registered = new RegisteredMarks([new RegisteredMark(TraceCase.Arm, "AB12345", "A812345", "AB12345", "A812345", "EXAMPLEARMS", "ESP")]);
        Assert.Equal(TraceCase.Arm, ArmIdentification.Decide(item, ArmKeys.Of(item), registered).FirearmId);
    }
}
