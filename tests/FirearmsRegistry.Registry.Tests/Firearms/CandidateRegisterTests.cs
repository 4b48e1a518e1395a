using FirearmsRegistry.Marks.Candidates;
using FirearmsRegistry.Marks.Candidates.Describing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class CandidateRegisterTests
{
    [Fact]
    public void Arms_that_change_again_and_again_are_counted_once_and_found_under_their_last_marks()
    {
        using var register = new CandidateRegister();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var last = Guid.Empty;
        for (var i = 0; i < 100; i++)
        {
            last = Guid.CreateVersion7();
            register.Update([Arm(one, last, $"AB{1000 + i}"), Arm(other, Guid.CreateVersion7(), "***")]);
        }

        var (weighed, found) = register.Find(new CandidateQuestion(MarkReading.Parse("AB1099").GetOrThrow(), ArmDescription.Unknown), new SpelledNames());
        Assert.Equal(2, weighed);
        var candidate = Assert.Single(found);
        Assert.Equal((one, last, 0), (candidate.FirearmId, candidate.MarkId, candidate.Candidate.Cost));
    }

    private static ArmRow Arm(Guid id, Guid mark, string serial) => new(id, ArmDescription.Unknown,
        [new MarkRow(mark, false, serial == "***" ? serial : $"EXAMPLE ARMS {serial}", MarkRole.WholeText, serial, MarkRole.Serial)]);
}
