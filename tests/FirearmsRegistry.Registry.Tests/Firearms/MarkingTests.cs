using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Marks;
using FirearmsRegistry.Marks.Sizes;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.Restoring;
using FirearmsRegistry.Registry.Firearms.Verifying;
using static FirearmsRegistry.Registry.Tests.Firearms.Arms;

namespace FirearmsRegistry.Registry.Tests.Firearms;

public sealed class MarkingTests
{
    private static readonly PhysicalMark Poor = MakersMark with
    {
        HeightMm = Size(1m),
        DepthMm = Known<Millimetres>.Unknown,
        Component = ComponentKind.Magazine,
        Exposed = false,
    };

    [Fact]
    public void A_mark_applied_here_is_refused_with_every_breach_and_its_source()
    {
        var refusal = ApplyMark.Decide(new NewMark(Mark, Poor, true, On("2020-03-01")), Policy, Now).Refusal!;

        Assert.Equal("mark-breaks-policy", refusal.Name);
        Assert.Equal(["/mark/component", "/mark/depthMm", "/mark/exposed", "/mark/heightMm"], refusal.Errors.Select(error => error.Pointer).Order());
        Assert.All(refusal.Errors, error => Assert.NotNull(error.Source));
    }

    [Fact]
    public void The_same_mark_recorded_as_found_is_kept_with_the_findings()
    {
        var recorded = Assert.IsType<MarkRecorded>(ApplyMark.Decide(new NewMark(Mark, Poor, false, On("2020-03-01")), Policy, Now).Value);

        Assert.Equal(["/component", "/exposed", "/heightMm"], recorded.Findings.Select(finding => finding.Pointer).Order());
    }

    [Fact]
    public void A_laser_on_the_frame_is_kept_as_a_finding_unless_somebody_decided_so()
    {
        var laser = MakersMark with { Method = MarkMethod.Laser };

        var noted = (MarkApplied)ApplyMark.Decide(new NewMark(Mark, laser, true, On("2020-03-01")), Policy, Now).Value;
        var decided = (MarkApplied)ApplyMark.Decide(
            new NewMark(Mark, laser, true, On("2020-03-01"), Reason("Polymer frame.")), Policy, Now).Value;

        Assert.Equal("/method", Assert.Single(noted.Findings).Pointer);
        Assert.Empty(decided.Findings);
    }

    [Fact]
    public void An_arm_that_looks_like_another_one_needs_a_reason_and_a_national_number()
    {
        var other = new LookAlike(Guid.CreateVersion7(Now), "AB1", "Example Arms", "E9");
        var command = new ApplyMark(Guid.Empty, new NewMark(Mark, MakersMark, true, On("2020-03-01")));

        var refused = ApplyMark.Decide(Given(Registered()), command, [other], Policy, Now);
        var accepted = ApplyMark.Decide(Given(Registered()), command with { ConfirmedDistinct = Reason("Both on the table.") }, [other], Policy, Now);

        Assert.Equal("look-alike", refused.Refusal!.Name);
        Assert.Equal([typeof(MarkApplied), typeof(NationalNumberNeeded)], accepted.Value.Select(happened => happened.GetType()));
    }

    [Theory]
    [InlineData("EXAMPLE ARMS SPAIN AB1", new int[0])]
    [InlineData("EXAMPLE ARMS SPAIN A81", new[] { 21 })]
    [InlineData("EXAMPLE ARMS SPAIN AB", new[] { 22 })]
    [InlineData("XXAMPLE ARMS SPAIN AB12", new[] { 1, 23 })]
    public void A_text_that_differs_from_the_mark_is_refused_with_the_positions(string read, int[] positions)
    {
        var decided = VerifyMark.Decide(Given(Registered(), Applied()),
            new VerifyMark(Guid.Empty, Mark, MarkText.Parse(read).GetOrThrow(), On("2020-03-02"), null), Now);

        Assert.Equal(positions.Length == 0 ? null : "mark-misread", decided.Refusal?.Name);
        Assert.Equal(positions, (IReadOnlyList<int>?)decided.Refusal?.Extensions["positions"] ?? []);
    }

    [Fact]
    public void Only_a_mark_found_tampered_with_is_restored_and_the_arm_stays_unmarked()
    {
        var command = new RestoreMark(Guid.Empty, Mark, MakersMark.Text, RestorationMethod.Etching, true, Text("LAB 1"), On("2021"));
        object[] erased = [.. Marked, new MarkFoundTampered(Mark, MarkTampering.Erased, On("2021"), Reason("Ground."))];

        Assert.Equal("mark-not-tampered", RestoreMark.Decide(Given(Marked), command, Now).Refusal!.Name);
        var restored = RestoreMark.Decide(Given(erased), command, Now).Value;
        Assert.False(Given([.. erased, restored]).Marks[Mark].Counts);
    }
}
