using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.Marks.Tests.Candidates;

public sealed class CandidateSearchTests
{
    [Theory]
    [InlineData("GKM4711", "GKM4711")]
    [InlineData("GKM47I1", "GKM4711")]
    [InlineData("GKM4811", "GKM4711")]
    [InlineData("GKN47II", "GKM4711")]
    [InlineData("GK??711", "GKM4711")]
    [InlineData("GKM[47]7*", "GKM4711")]
    [InlineData("4711", "GKM4711")]
    [InlineData("GKM471", "GKM4711")]
    [InlineData("GMK4711", "GKM4711")]
    [InlineData("gkm-47 11", "GKM4711")]
    [InlineData("\u0413\u041A\u041C4711", "GKM4711")]
    [InlineData("GKM\u0664\u0667\u0661\u0661", "GKM4711")]
    [InlineData("\uFF27\uFF2B\uFF2D\uFF14\uFF17\uFF11\uFF11", "GKM4711")]
    [InlineData("369257", "369J257")]
    [InlineData("369M257", "369J257")]
    [InlineData("CP-1234", "\u0421\u0420-1234")]
    [InlineData("SR-1234", "\u0421\u0420-1234")]
    [InlineData("ZH-777", "\u0416-777")]
    [InlineData("\u0416-888", "ZH-888")]
    public void A_damaged_mark_leads_to_its_arm_first(string read, string marked)
    {
        string[] register = ["GKM4711", "GKM9955", "PX204001", "369J257", "\u0421\u0420-1234", "\u0416-777", "ZH-888", "T5590", "QQ123456"];
        var index = IndexOf(register);
        var found = Find(index, read);
        Assert.Equal(marked, register[found.Candidates[0].Arm]);
        Assert.Equal(index.Marks, found.Weighed);
    }

    [Fact]
    public void The_vectors_weigh_every_mark_as_the_alignment_does()
    {
        var random = new Random(11);
        const string alphabet = "0123456789ABDGIKMNOSZ";
        string[] register = [.. Enumerable.Range(0, 700).Select(_ => Text(random, alphabet, random.Next(1, 13)))];
        var index = IndexOf(register);
        for (var i = 0; i < 120; i++)
        {
            var read = Text(random, alphabet + "??*\u0416\u0421\u0665", random.Next(2, 10));
            if (!MarkReading.Parse(read).TryGet(out var mark, out _))
                continue;
            foreach (var candidate in CandidateSearch.Find(index, new CandidateQuestion(mark, ArmDescription.Unknown, 50)).Candidates)
                Assert.Equal(candidate.Cost, CandidateSearch.Find(index, new CandidateQuestion(mark, ArmDescription.Unknown, 1), standingOf: candidate.Arm).Standing!.Cost);
        }
    }

    [Fact]
    public void Each_character_is_explained()
    {
        var found = Find(IndexOf("AB12345"), "A8?2435").Candidates[0];
        Assert.Equal(
            [CharacterOutcome.Agrees, CharacterOutcome.LooksAlike, CharacterOutcome.Unreadable, CharacterOutcome.Agrees, CharacterOutcome.Transposed, CharacterOutcome.Transposed, CharacterOutcome.Agrees],
            found.Comparison.Select(one => one.Outcome));
        Assert.Equal(["A", "B", "1", "2", "4", "3", "5"], found.Comparison.Select(one => one.Marked));
    }

    [Fact]
    public void A_lost_beginning_is_told_as_missing() =>
        Assert.Equal(
            [CharacterOutcome.Missing, CharacterOutcome.Missing, CharacterOutcome.Agrees, CharacterOutcome.Agrees, CharacterOutcome.Agrees, CharacterOutcome.Agrees],
            Find(IndexOf("AB1234"), "1234").Candidates[0].Comparison.Select(one => one.Outcome));

    [Fact]
    public void Arms_that_fit_equally_are_counted()
    {
        var found = Find(IndexOf("12345", "12345", "12346", "12345"), "12345");
        Assert.All(found.Candidates.Take(3), candidate => Assert.Equal((2, 0), (candidate.AsGood, candidate.Better)));
        Assert.Equal((0, 3), (found.Candidates[3].AsGood, found.Candidates[3].Better));
    }

    [Fact]
    public void The_description_decides_between_equal_marks_and_never_hides_an_arm()
    {
        var index = new CandidateIndex();
        foreach (var maker in new[] { "Falke", "Kovar", null })
            index.AddMark(index.AddArm(new ArmDescription(maker)), "12345", MarkRole.Serial);
        var found = CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse("12345").GetOrThrow(), new ArmDescription("Kovar")));
        Assert.Equal([1, 2, 0], found.Candidates.Select(candidate => candidate.Arm));
        Assert.Equal([Agreement.Agrees, Agreement.Unknown, Agreement.Differs], found.Candidates.Select(candidate => candidate.Description[DescribedFact.Maker]));
    }

    [Fact]
    public void The_number_on_the_frame_comes_before_that_of_another_part()
    {
        var index = new CandidateIndex();
        index.AddMark(index.AddArm(ArmDescription.Unknown), "12345", MarkRole.ComponentSerial);
        index.AddMark(index.AddArm(ArmDescription.Unknown), "12345", MarkRole.Serial);
        Assert.Equal([1, 0], Find(index, "12345").Candidates.Select(candidate => candidate.Arm));
    }

    [Fact]
    public void Marks_that_were_taken_out_are_not_found_and_new_ones_are()
    {
        var index = IndexOf("AAA111", "BBB222");
        index.ClearMarks(0);
        index.AddMark(0, "CCC333", MarkRole.Serial);
        Assert.NotEqual(0, Find(index, "AAA111").Candidates.FirstOrDefault(candidate => candidate.Cost == 0)?.Arm ?? -1);
        Assert.Equal(0, Find(index, "CCC333").Candidates[0].Arm);
    }

    [Fact]
    public void Marks_that_were_taken_out_are_no_longer_counted_and_leave_their_places_to_the_next_ones()
    {
        var index = IndexOf("AAA111", "BBB222", "CC33");
        var (marks, bytes) = (index.Marks, index.Bytes);
        for (var i = 0; i < 500; i++)
        {
            Assert.Equal([i == 0 ? 0 : 7], index.ClearMarks(1));
            Assert.Equal(marks - 1, index.Marks);
            Assert.True(index.AddMark(1, $"BBB{100 + i}", MarkRole.Serial, tag: 7));
        }

        Assert.Equal((marks, bytes), (index.Marks, index.Bytes));
        Assert.Equal(marks, Find(index, "BBB599").Weighed);
        Assert.Equal((1, 0), (Find(index, "BBB599").Candidates[0].Arm, Find(index, "BBB599").Candidates[0].Cost));
        Assert.False(index.AddMark(1, "***", MarkRole.Serial));
        Assert.Equal(0, Find(index, "AAA111").Candidates[0].Arm);
    }

    [Fact]
    public void A_mark_known_to_be_damaged_is_sought_among_those_that_it_may_have_come_from()
    {
        var index = IndexOf("12345", "A12345", "12346");
        var reading = MarkReading.Parse("12345").GetOrThrow();
        Assert.Equal([0, 1, 2], CandidateSearch.Find(index, new CandidateQuestion(reading, ArmDescription.Unknown)).Candidates.Select(one => one.Arm));
        Assert.Equal([1, 2, 0], CandidateSearch.Find(index, new CandidateQuestion(reading, ArmDescription.Unknown, KnownDamaged: true)).Candidates.Select(one => one.Arm));
    }

    [Fact]
    public void Two_wrong_characters_come_before_a_lost_beginning_with_a_wrong_one()
    {
        var found = Find(IndexOf("Y212887", "K12887"), "2I2887");
        Assert.Equal([1, 0], found.Candidates.Select(candidate => candidate.Arm));
    }

    [Fact]
    public void Two_wrong_characters_come_before_three_that_look_more_alike()
    {
        var found = Find(IndexOf("300852", "903352"), "90OB52");
        Assert.Equal([1, 0], found.Candidates.Select(candidate => candidate.Arm));
    }

    [Fact]
    public void What_the_rounding_of_the_scan_makes_equal_is_ranked_by_the_likelihood_itself()
    {
        var index = IndexOf([.. Enumerable.Range(0, 1000).Select(number => $"A{number:000}")]);
        var candidates = CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse("A58O").GetOrThrow(), ArmDescription.Unknown, 50)).Candidates;
        Assert.All(candidates.Zip(candidates.Skip(1)), pair => Assert.True(pair.First.Share >= pair.Second.Share));
        Assert.Contains(candidates.Zip(candidates.Skip(1)), pair => pair.First.Cost == pair.Second.Cost && pair.First.Share > pair.Second.Share);
        Assert.True(candidates.Sum(candidate => candidate.Share) <= 1 + 1e-9);
    }

    [Fact]
    public void A_long_lost_beginning_is_less_probable_than_a_short_one()
    {
        var found = Find(IndexOf("ABCDEF12345", "XYZ12345"), "12345");
        Assert.Equal([1, 0], found.Candidates.Select(candidate => candidate.Arm));
    }

    [Fact]
    public void An_arm_whose_parts_carry_one_number_is_one_candidate_and_has_the_whole_likelihood()
    {
        var index = new CandidateIndex();
        var arm = index.AddArm(ArmDescription.Unknown);
        foreach (var role in new[] { MarkRole.Serial, MarkRole.ComponentSerial, MarkRole.WholeText })
            index.AddMark(arm, "12345", role);
        var candidate = Assert.Single(Find(index, "12345").Candidates);
        Assert.Equal((MarkRole.Serial, 0, 0), (candidate.Role, candidate.AsGood, candidate.Better));
        Assert.Equal(1, candidate.Share, 1e-9);
    }

    [Fact]
    public void An_empty_register_and_a_mark_of_symbols_find_nothing()
    {
        Assert.Empty(Find(new CandidateIndex(), "12345").Candidates);
        Assert.Empty(Find(IndexOf("12345"), "---").Candidates);
    }

    private static string Text(Random random, string alphabet, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));

    private static CandidateIndex IndexOf(params string[] marks)
    {
        var index = new CandidateIndex();
        foreach (var mark in marks)
            index.AddMark(index.AddArm(ArmDescription.Unknown), mark, MarkRole.Serial);
        return index;
    }

    private static CandidateList Find(CandidateIndex index, string read) =>
        CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse(read).GetOrThrow(), ArmDescription.Unknown));
}
