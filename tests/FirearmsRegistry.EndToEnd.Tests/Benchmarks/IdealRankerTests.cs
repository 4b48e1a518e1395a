using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Benchmarks.Tracing.Ranking;
using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.Candidates.Weighing;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.EndToEnd.Tests.Benchmarks;

public sealed class IdealRankerTests
{
    private static readonly DamageTables Tables = new(ConfusionTable.Written);

    [Theory]
    [InlineData(nameof(DamageKind.OneWrong), "AB8345", "ABB345", 0, 0)]
    [InlineData(nameof(DamageKind.OneWrong), "AB8345", "AB6345", 1, 0)]
    [InlineData(nameof(DamageKind.TwoUnreadable), "AB?34?", "ABB345", 0, 2)]
    [InlineData(nameof(DamageKind.Transposed), "A8B345", "AB8345", 0, 0)]
    [InlineData(nameof(DamageKind.PrefixLost), "77777", "X77777", 0, 1)]
    public void The_right_arm_stands_behind_those_that_are_more_probable_and_beside_those_that_are_as_probable(
        string kind, string mark, string right, int better, int asGood)
    {
        // ABB345 and AB6345 may have been read as AB8345; 8 is read for B more often than for 6.
        string[] register = ["ABB345", "AB6345", "AB8345", "X77777", "Y77777", "Q00000"];
        var ideal = new IdealRanker(Tables, register, [.. register.Select(_ => "Maker")]);
        Assert.Equal(new Standing(better, asGood), ideal.Rank(Enum.Parse<DamageKind>(kind), new DamagedMark(mark, mark), right, null));
    }

    [Fact]
    public void Arms_of_another_maker_do_not_count_where_the_maker_is_given()
    {
        var ideal = new IdealRanker(Tables, ["X77777", "Y77777"], ["One", "Other"]);
        Assert.Equal(new Standing(0, 1), ideal.Rank(DamageKind.PrefixLost, new DamagedMark("77777", "77777"), "X77777", null));
        Assert.Equal(new Standing(0, 0), ideal.Rank(DamageKind.PrefixLost, new DamagedMark("77777", "77777"), "X77777", "One"));
    }

    [Fact]
    public void A_damage_that_does_not_lead_from_the_arm_to_the_mark_is_no_question() => Assert.Throws<InvalidOperationException>(() =>
        new IdealRanker(Tables, ["AB1234"], ["Maker"]).Rank(DamageKind.Transposed, new DamagedMark("AB9999", "AB9999"), "AB1234", null));

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(0, 1, 0.5, 1)]
    [InlineData(4, 1, 0, 0.5)]
    [InlineData(5, 0, 0, 0)]
    [InlineData(0, 9, 0.1, 0.5)]
    public void Of_arms_that_are_as_probable_each_comes_first_as_often(int better, int asGood, double one, double five) =>
        Assert.Equal((one, five), (new Standing(better, asGood).RecallAt(1), new Standing(better, asGood).RecallAt(5)));

    [Theory]
    [InlineData(nameof(DamageKind.OneWrong))]
    [InlineData(nameof(DamageKind.TwoWrong))]
    [InlineData(nameof(DamageKind.TwoUnreadable))]
    [InlineData(nameof(DamageKind.PrefixLost))]
    [InlineData(nameof(DamageKind.Transposed))]
    [InlineData(nameof(DamageKind.WrongScript))]
    public void No_search_is_better_than_the_ideal_one_and_the_register_s_is_nearly_as_good(string name)
    {
        var kind = Enum.Parse<DamageKind>(name);
        var register = GeneratedRegister.Make(4_000, 3);
        string[] letters = [.. register.Select(arm => arm.Serial.Replace("-", "", StringComparison.Ordinal))];
        var ideal = new IdealRanker(Tables, letters, [.. register.Select(arm => arm.Maker!)]);
        var (damaging, index, random) = (new MarkDamage(Tables), new CandidateIndex(), new Random(4));
        foreach (var arm in register)
            index.AddMark(index.AddArm(ArmDescription.Unknown), arm.Serial, MarkRole.Serial);
        var (told, untold, found) = (0.0, 0.0, 0.0);
        for (var drawn = 0; drawn < 150;)
        {
            var arm = random.Next(register.Count);
            if (damaging.Draw(kind, letters[arm], random) is not { } mark)
                continue;
            drawn++;
            told += ideal.Rank(kind, mark, letters[arm], null).RecallAt(5);
            untold += ideal.RankUntold(kind, mark, letters[arm], null).RecallAt(5);
            var question = new CandidateQuestion(MarkReading.Parse(mark.Text).GetOrThrow(), ArmDescription.Unknown, 10, KnownDamaged: true);
            var standing = CandidateSearch.Find(index, question, threads: 1, standingOf: arm).Standing;
            found += standing is { Better: { } better, AsGood: { } asGood } ? new Standing(better, asGood).RecallAt(5) : 0;
        }

        Assert.True(told >= untold - 1, $"told {told}, untold {untold}");
        Assert.True(told >= found - 1, $"told {told}, found {found}");
        Assert.True(found >= 0.97 * untold, $"found {found}, untold {untold}");
    }
}
