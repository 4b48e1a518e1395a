using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.Marks.Tests.Candidates;

public sealed class ConfusionTableTests
{
    [Fact]
    public void The_written_probabilities_of_each_character_add_up_to_one()
    {
        for (var marked = 0; marked < ConfusionTable.Alphabet.Length; marked++)
        {
            Assert.Equal(0, ConfusionTable.Written.Probability(marked, marked));
            Assert.Equal(1, Enumerable.Range(0, ConfusionTable.Alphabet.Length).Sum(seen => ConfusionTable.Written.Probability(marked, seen)), 1e-9);
        }
    }

    [Theory]
    [InlineData("0,O:38 rest:60", "add up to 98")]
    [InlineData("0,0:38 rest:62", "no other digit or capital")]
    [InlineData("0,O:x rest:62", "no character with a number")]
    [InlineData("0;O:100", "one line is expected")]
    [InlineData("0,O:100\n0,O:100", "Line 2")]
    [InlineData("# nothing", "There is no line for")]
    public void A_broken_table_is_refused_with_the_reason(string table, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => ConfusionTable.Read(new StringReader(table))).Message, StringComparison.Ordinal);
}
