using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class CandidateCautionsTests
{
    [Theory]
    [InlineData("G17", CandidateCaution.ModelTakenForSerial, true)]
    [InlineData("[G]17", CandidateCaution.ModelTakenForSerial, true)]
    [InlineData("[G1]7", CandidateCaution.ModelTakenForSerial, false)]
    [InlineData("[G?]17", CandidateCaution.ModelTakenForSerial, false)]
    [InlineData("G17?", CandidateCaution.ModelTakenForSerial, false)]
    [InlineData("369J257", CandidateCaution.EmbeddedLetter, true)]
    [InlineData("369[J]257", CandidateCaution.EmbeddedLetter, true)]
    [InlineData("369[JK]257", CandidateCaution.EmbeddedLetter, false)]
    [InlineData("369?257", CandidateCaution.EmbeddedLetter, false)]
    public void Only_a_reading_that_leaves_nothing_open_is_taken_for_something_else(string read, CandidateCaution caution, bool warned) =>
        Assert.Equal(warned, Of(read).Contains(caution));

    private static IReadOnlyList<CandidateCaution> Of(string read)
    {
        var index = new CandidateIndex();
        index.AddMark(index.AddArm(new ArmDescription("Glock", "G17")), "369257", MarkRole.Serial);
        var mark = MarkReading.Parse(read).GetOrThrow();
        var candidate = CandidateSearch.Find(index, new CandidateQuestion(MarkReading.Parse("369257").GetOrThrow(), ArmDescription.Unknown)).Candidates[0];
        return new CandidateCautions(CatalogueLookUp.Seeded).Of(mark, null, candidate, new RegisteredArmMark("369257", "Glock", "G17", false));
    }
}
