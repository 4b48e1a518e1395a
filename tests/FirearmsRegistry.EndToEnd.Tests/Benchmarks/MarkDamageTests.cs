using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Marks.Candidates.Weighing;

namespace FirearmsRegistry.EndToEnd.Tests.Benchmarks;

public sealed class MarkDamageTests
{
    private static readonly MarkDamage Damaging = new(new DamageTables(ConfusionTable.Written));

    private static readonly string[] Serials =
        [.. GeneratedRegister.Make(400, 5).Select(arm => arm.Serial.Replace("-", "", StringComparison.Ordinal))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void As_many_characters_as_promised_are_read_as_others_of_the_table(int wrong)
    {
        foreach (var (serial, mark) in Drawn(wrong == 1 ? DamageKind.OneWrong : DamageKind.TwoWrong))
        {
            var places = Enumerable.Range(0, serial.Length).Where(place => serial[place] != mark.Text[place]).ToArray();
            Assert.Equal((serial.Length, wrong), (mark.Text.Length, places.Length));
            Assert.All(places, place => Assert.True(
                ConfusionTable.Written.Probability(DamageTables.CodeOf(serial[place]), DamageTables.CodeOf(mark.Text[place])) > 0));
        }
    }

    [Fact]
    public void Two_characters_are_unreadable_and_the_others_are_right()
    {
        foreach (var (serial, mark) in Drawn(DamageKind.TwoUnreadable))
        {
            Assert.Equal(2, mark.Text.Count(character => character == '?'));
            Assert.All(serial.Zip(mark.Text), pair => Assert.True(pair.Second == '?' || pair.First == pair.Second));
        }
    }

    [Fact]
    public void One_to_three_characters_of_the_beginning_are_lost_and_five_are_left()
    {
        foreach (var (serial, mark) in Drawn(DamageKind.PrefixLost))
        {
            Assert.EndsWith(mark.Text, serial, StringComparison.Ordinal);
            Assert.InRange(serial.Length - mark.Text.Length, 1, 3);
            Assert.True(mark.Text.Length >= 5);
        }

        Assert.Null(Damaging.Draw(DamageKind.PrefixLost, "AB123", new Random(1)));
    }

    [Fact]
    public void Two_neighbours_that_differ_stand_in_the_other_order()
    {
        foreach (var (serial, mark) in Drawn(DamageKind.Transposed))
        {
            var at = Enumerable.Range(0, serial.Length).First(place => serial[place] != mark.Text[place]);
            Assert.Equal($"{serial[..at]}{serial[at + 1]}{serial[at]}{serial[(at + 2)..]}", mark.Text);
        }

        Assert.Null(Damaging.Draw(DamageKind.Transposed, "11111", new Random(1)));
    }

    [Fact]
    public void A_mark_in_another_script_has_as_many_characters_each_of_which_its_script_may_write_so()
    {
        var tables = new DamageTables(ConfusionTable.Written);
        foreach (var (serial, mark) in Drawn(DamageKind.WrongScript))
        {
            Assert.Equal(serial.Length, mark.Letters.Length);
            Assert.All(serial.Zip(mark.Letters), pair => Assert.True(
                pair.First == pair.Second || tables.Scripts[mark.Script!][pair.First].ProbabilityOf(pair.Second) > 0));
        }
    }

    private static (string Serial, DamagedMark Mark)[] Drawn(DamageKind kind)
    {
        var random = new Random(9);
        (string, DamagedMark)[] drawn =
            [.. Serials.Select(serial => (Serial: serial, Mark: Damaging.Draw(kind, serial, random))).Where(one => one.Mark is not null).Select(one => (one.Serial, one.Mark!))];
        Assert.True(drawn.Length > 100);
        return drawn;
    }
}
