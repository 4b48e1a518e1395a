using FirearmsRegistry.Web.Marking.OrderingBatches;

namespace FirearmsRegistry.Web.Tests.Marking;

public sealed class TypedMarksTests
{
    [Fact]
    public void Each_line_is_a_mark_as_it_stands_once() =>
        Assert.Equal(["AB 12", "ES 26 A0000001 5B", "x..y"], TypedMarks.Of(" AB 12 \r\nES 26 A0000001 5B\n\nAB 12\nx..y"));

    [Theory]
    [InlineData("LM-0008..LM-0011")]
    [InlineData("LM-0008 .. LM-0011")]
    [InlineData("LM-0008…0011")]
    public void A_run_is_each_serial_of_it_with_as_many_digits_as_the_first(string run) =>
        Assert.Equal(["LM-0008", "LM-0009", "LM-0010", "LM-0011"], TypedMarks.Of(run));

    [Theory]
    [InlineData("A1..B9")]
    [InlineData("A9..A1")]
    [InlineData("A0001..A1001")]
    public void What_is_no_run_of_a_batch_is_left_as_it_stands(string line) => Assert.Equal([line], TypedMarks.Of(line));

    [Fact]
    public void A_run_may_be_as_long_as_a_batch() => Assert.Equal(1000, TypedMarks.Of("A0001..A1000").Count);
}
