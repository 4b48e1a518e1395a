using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Marks.Tests.Candidates;

/// <summary>A mark that differs from the reading in one thing more never costs less, in whatever script it was read.</summary>
public sealed class SpellingLaws
{
    // Each letter, the Latin one that it looks like and the one that it sounds like.
    private static readonly (char Read, char Looks, char Sounds)[] Letters = [('Н', 'H', 'N'), ('Р', 'P', 'R'), ('С', 'C', 'S'), ('У', 'Y', 'U'), ('В', 'B', 'V')];

    [Property]
    public Property One_letter_more_that_is_spelled_by_its_sound_costs_no_less() => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(18).ToArbitrary(), Gen.Choose(1, 18).ToArbitrary(),
        (choices, length) =>
        {
            var (read, spelled) = Spelled(choices[..length]);
            return Enumerable.Range(0, length).All(place =>
            {
                var further = spelled.ToCharArray();
                further[place] = Letters[choices[place] / 2].Sounds;
                return CostOf(read, spelled) <= CostOf(read, new string(further));
            });
        });

    [Property]
    public Property One_wrong_character_more_costs_no_less() => Prop.ForAll(
        Gen.Choose(0, 9).ArrayOf(12).ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(),
        (choices, place) =>
        {
            var (read, spelled) = Spelled(choices);
            var damaged = spelled.ToCharArray();
            damaged[place] = 'G';
            return CostOf(read, spelled) <= CostOf(read, new string(damaged));
        });

    [Theory]
    [InlineData("ZH", "ZN", "Z5")]
    [InlineData("ZH", "2H", "QH")]
    public void Of_two_letters_that_one_stands_for_a_likely_confusion_costs_less_than_a_rare_one(string right, string likely, string rare)
    {
        var costs = new[] { right, likely, rare }.Select(spelled => CostOf("Ж12345", spelled + "12345")).ToArray();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal(costs.Distinct(), costs);
    }

    private static (string Read, string Spelled) Spelled(int[] choices) => (
        string.Concat(choices.Select(choice => Letters[choice / 2].Read)),
        string.Concat(choices.Select(choice => choice % 2 == 0 ? Letters[choice / 2].Looks : Letters[choice / 2].Sounds)));

    private static int CostOf(string read, string marked)
    {
        var index = new CandidateIndex();
        index.AddMark(index.AddArm(ArmDescription.Unknown), marked, MarkRole.Serial);
        return CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse(read).GetOrThrow(), ArmDescription.Unknown), standingOf: 0).Standing?.Cost ?? int.MaxValue;
    }
}
