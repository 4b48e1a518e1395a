using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Inspecting;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Tests.Firearms;
using FsCheck.Xunit;
using static FirearmsRegistry.Registry.MarkingJobs.MarkingJobState;

namespace FirearmsRegistry.Registry.Tests.MarkingJobs;

public sealed class ReadingBackTests
{
    [Fact]
    public void What_reads_as_ordered_is_applied_and_verified_on_the_firearms_record()
    {
        var decided = Read(JobCase.Reading()).Value;

        var read = Assert.IsType<MarkReadBack>(decided.OfJob[0]);
        Assert.Equal((0, 0, JobCase.Photo), (read.TextDifferences.Count, read.PayloadDifferences.Count, read.Picture!.Value));
        Assert.IsType<MarkingVerified>(decided.OfJob[1]);
        var applied = Assert.IsType<MarkApplied>(decided.OfFirearm[0]);
        Assert.Equal((Arms.Mark, JobCase.Printed, Arms.On("2026-01-31")), (applied.MarkId, applied.Mark.Text, applied.AppliedOn));
        Assert.Equal(new MarkVerified(Arms.Mark, JobCase.Printed, Arms.On("2026-01-31")), decided.OfFirearm[1]);
        Assert.True(JobCase.Arm(decided.OfFirearm).Marks[Arms.Mark].Counts);
    }

    [Theory]
    [InlineData("ES 26 A0000007 ", 14, "1", "7")]
    [InlineData("ES 26 A00000010", 15, " ", "0")]
    public void A_text_that_differs_says_which_characters(string beginning, int position, string ordered, string seen)
    {
        var text = beginning + JobCase.Number.Printed[15..];

        var decided = Read(JobCase.Reading(text)).Value;

        Assert.Equal([new ReadDifference(position, ordered, seen)], Assert.IsType<MarkReadBack>(Assert.Single(decided.OfJob)).TextDifferences);
        Assert.Empty(decided.OfFirearm);
    }

    [Fact]
    public void Letter_case_spaces_and_look_alikes_are_differences_too()
    {
        var printed = JobCase.Number.Printed;

        Assert.All([printed.ToLowerInvariant(), printed.Replace(" ", "", StringComparison.Ordinal), printed.Replace('0', 'O')],
            text => Assert.NotEmpty(Assert.IsType<MarkReadBack>(Read(JobCase.Reading(text)).Value.OfJob[0]).TextDifferences));
    }

    [Fact]
    public void A_payload_is_compared_byte_for_byte_its_control_characters_with_it()
    {
        var separatorLost = HexBytes.Parse(JobCase.Payload.ToString().Replace("1d", "20", StringComparison.Ordinal)).GetOrThrow();
        var cutOff = HexBytes.Parse(JobCase.Payload.ToString()[..^2]).GetOrThrow();

        Assert.Equal([new ReadDifference(7, "1d", "20")], Payload(separatorLost));
        Assert.Equal([new ReadDifference(JobCase.Payload.Count, "04", null)], Payload(cutOff));
    }

    [Property]
    public bool Any_changed_byte_is_found(byte place, byte value)
    {
        var bytes = JobCase.Payload.ToBytes();
        var at = place % bytes.Length;
        if (bytes[at] == value)
            return true;
        bytes[at] = value;

        return Payload(HexBytes.Parse(Convert.ToHexStringLower(bytes)).GetOrThrow()) is [var only] && only.Position == at + 1;
    }

    [Fact]
    public void A_symbol_that_was_ordered_must_be_read_and_one_that_was_not_cannot_be()
    {
        var without = JobCase.Path(Marked).Select(happened => happened is MarkingOrdered ordered ? ordered with { Payload = null } : happened);

        var missing = Read(JobCase.Reading() with { Payload = null });
        var surplus = ReadMarkBack.Decide(JobCase.Fold(without), JobCase.Arm(), JobCase.Reading(), [], Arms.Policy, Arms.Now);

        Assert.Equal(("payload-not-read", "marking-order-does-not-fit"), (missing.Refusal?.Name, surplus.Refusal?.Name));
    }

    [Fact]
    public void A_reading_before_the_marking_or_by_another_station_is_refused()
    {
        Assert.Equal("impossible-date", Read(JobCase.Reading() with { ReadOn = Arms.On("2026-01-30") }).Refusal?.Name);
        Assert.Equal("marking-job-of-another-station", Read(JobCase.Reading() with { StationId = JobCase.OtherStation }).Refusal?.Name);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(4.1)]
    public void A_grade_lies_between_nought_and_four(double contrast)
    {
        var grade = Grade with { CellContrast = (decimal)contrast };

        Assert.Equal("/grade/cellContrast", Read(JobCase.Reading() with { Grade = grade }).Refusal?.Errors[0].Pointer);
    }

    [Theory]
    [InlineData("DPM2.0/7.5-25/650/(45Q)")]
    [InlineData("DPM1.5/08/660/30T")]
    [InlineData("DPM2/10/W/(D)")]
    [InlineData("DPM0.0/7.5/650/(90)")]
    public void A_report_is_the_overall_grade_with_its_conditions(string report) =>
        Assert.Null(Read(JobCase.Reading() with { Grade = Grade with { Report = Arms.Text(report) } }).Refusal);

    [Theory]
    [InlineData("2.0/7.5-25/650/(45Q)")]
    [InlineData("DPM4.5/7.5-25/650/(45Q)")]
    [InlineData("DPM2.0/7.5-25/650")]
    [InlineData("DPM2.0/7.5-25/650/(60Q)")]
    [InlineData("DPM2.0//650/(45Q)")]
    [InlineData("very good")]
    public void What_is_no_report_is_refused(string report) =>
        Assert.Equal("/grade/report", Read(JobCase.Reading() with { Grade = Grade with { Report = Arms.Text(report) } }).Refusal?.Errors[0].Pointer);

    [Fact]
    public void An_overall_grade_is_no_better_than_its_lowest_parameter_and_a_symbol_decodes_or_does_not()
    {
        Assert.Equal("/grade/report", Read(JobCase.Reading() with { Grade = Grade with { FixedPatternDamage = 1 } }).Refusal?.Errors[0].Pointer);
        Assert.Equal("/grade/decode", Read(JobCase.Reading() with { Grade = Grade with { Decode = 3 } }).Refusal?.Errors[0].Pointer);
    }

    [Fact]
    public void A_grade_goes_with_the_verification()
    {
        var decided = Read(JobCase.Reading() with { Grade = Grade }).Value;

        Assert.Equal(Grade, ((MarkReadBack)decided.OfJob[0]).Grade);
        Assert.Equal(Grade.Report, ((MarkVerified)decided.OfFirearm[1]).Grade);
    }

    [Fact]
    public void Text_that_is_something_else_altogether_gives_a_bounded_list()
    {
        var other = MarkText.Parse(new string('X', MarkText.MaxLength)).GetOrThrow();

        Assert.Equal(MarkText.MaxLength, ReadDifferences.OfTexts(JobCase.Number.Printed, other.ToString()).Count);
        Assert.Equal(ReadDifferences.Most, ReadDifferences.OfBytes(JobCase.Payload,
            HexBytes.Parse(new string('f', 2 * HexBytes.Most)).GetOrThrow()).Count);
    }

    [Fact]
    public void An_inspection_that_finds_the_mark_ends_the_quarantine_and_asks_for_the_reading()
    {
        var decided = Inspect(UnknownMarkState, InspectionOutcome.Marked).Value;

        Assert.Equal(JobCase.Photo, Assert.IsType<MarkInspected>(Assert.Single(decided.OfJob)).Photo);
        Assert.Equal([new FirearmQuarantineEnded(JobCase.Job, Arms.Reason("Looked at it."))], decided.OfFirearm);
        Assert.Null(decided.SpoilsNumber);
        var job = JobCase.In(UnknownMarkState, decided.OfJob);
        var read = ReadMarkBack.Decide(job, JobCase.Arm(), JobCase.Reading(), [], Arms.Policy, Arms.Now).Value;
        Assert.Equal(Verified, JobCase.In(UnknownMarkState, [.. decided.OfJob, .. read.OfJob]).State);
    }

    [Theory]
    [InlineData(InspectionOutcome.NotMarked)]
    [InlineData(InspectionOutcome.Spoiled)]
    public void An_inspection_that_finds_no_whole_mark_voids_the_number_for_its_reason(InspectionOutcome outcome)
    {
        var decided = Inspect(UnknownMarkState, outcome).Value;

        Assert.Equal(Arms.Reason("Looked at it."), decided.SpoilsNumber);
        Assert.IsType<FirearmQuarantineEnded>(Assert.Single(decided.OfFirearm));
        Assert.Empty(Inspect(ReadBack, outcome).Value.OfFirearm);
    }

    [Fact]
    public void An_inspection_before_the_marking_is_refused() =>
        Assert.Equal("impossible-date", Inspect(UnknownMarkState, InspectionOutcome.Marked, "2026-01-30").Refusal?.Name);

    private static SymbolGrade Grade { get; } = new(Arms.Text("DPM2.0/7.5-25/650/(45Q)"), 4, 3, 3, 4, 2, 4, 4, 4, Arms.Text("V-17"));

    private static Result<MarkingDecision> Read(ReadMarkBack command) =>
        ReadMarkBack.Decide(JobCase.In(Marked), JobCase.Arm(), command, [], Arms.Policy, Arms.Now);

    /// <summary>The differences of a payload, which alone keep the mark from the firearm's record.</summary>
    private static IReadOnlyList<ReadDifference> Payload(HexBytes read)
    {
        var decided = Read(JobCase.Reading(payload: read)).Value;
        Assert.Empty(decided.OfFirearm);
        return Assert.IsType<MarkReadBack>(Assert.Single(decided.OfJob)).PayloadDifferences;
    }

    private static Result<MarkingDecision> Inspect(MarkingJobState state, InspectionOutcome outcome, string on = "2026-01-31") =>
        InspectMark.Decide(JobCase.In(state), JobCase.Arm(),
            new InspectMark(JobCase.Job, outcome, JobCase.Photo, Arms.On(on), Arms.Reason("Looked at it.")), Arms.Now);
}
