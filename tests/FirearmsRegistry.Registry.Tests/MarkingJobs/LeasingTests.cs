using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Claiming;
using FirearmsRegistry.Registry.MarkingJobs.Finishing;
using FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;
using FirearmsRegistry.Registry.MarkingJobs.Starting;
using FirearmsRegistry.Registry.MarkingJobs.Sweeping;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Tests.Firearms;
using static FirearmsRegistry.Registry.MarkingJobs.MarkingJobState;

namespace FirearmsRegistry.Registry.Tests.MarkingJobs;

public sealed class LeasingTests
{
    private static readonly DateTimeOffset InTime = Arms.Now + JobCase.Lease - TimeSpan.FromTicks(1);

    private static readonly DateTimeOffset TooLate = Arms.Now + JobCase.Lease;

    [Fact]
    public void A_claim_is_a_lease_of_one_station_until_its_end()
    {
        var job = JobCase.In(Sent);

        var early = Claim(job, JobCase.OtherStation, InTime);
        var later = Claim(job, JobCase.OtherStation, TooLate);
        var again = Claim(job, JobCase.Station, InTime);

        Assert.Equal("marking-job-claimed", early.Refusal?.Name);
        Assert.Equal(JobCase.Station, early.Refusal?.Extensions["stationId"]);
        Assert.Equal([new MarkingJobClaimed(JobCase.OtherStation, TooLate + JobCase.Lease)], later.Value.OfJob);
        Assert.Equal([new MarkingJobClaimed(JobCase.Station, InTime + JobCase.Lease)], again.Value.OfJob);
    }

    [Fact]
    public void A_job_ordered_for_one_station_is_claimed_by_no_other()
    {
        var ordered = (MarkingOrdered)JobCase.Path(Ordered)[0] with { StationId = JobCase.Station };
        var job = JobCase.Fold([ordered]);

        Assert.Equal("marking-job-of-another-station", Claim(job, JobCase.OtherStation, Arms.Now).Refusal?.Name);
        Assert.Null(Claim(job, JobCase.Station, Arms.Now).Refusal);
    }

    [Fact]
    public void Nothing_of_a_paused_batch_is_claimed_or_started()
    {
        var claimed = ClaimMarkingJob.Decide(JobCase.In(NumberReserved), JobCase.Arm(), new ClaimMarkingJob(JobCase.Job, JobCase.Station), true,
            JobCase.Lease, Arms.Now);
        var started = StartMarking.Decide(JobCase.In(Sent), JobCase.Arm(), StartOf(JobCase.Station), true, JobCase.Lease, Arms.Now);

        Assert.Equal(("marking-batch-paused", "marking-batch-paused"), (claimed.Refusal?.Name, started.Refusal?.Name));
    }

    [Fact]
    public void Only_the_station_that_has_the_job_starts_it_and_only_while_its_lease_runs()
    {
        var job = JobCase.In(Sent);

        Assert.Equal("marking-job-of-another-station", Start(job, JobCase.OtherStation, Arms.Now).Refusal?.Name);
        Assert.Equal("marking-lease-over", Start(job, JobCase.Station, TooLate).Refusal?.Name);
        Assert.Equal([new MarkingStarted(JobCase.Station, Arms.On("2026-01-31"), InTime + JobCase.Lease)], Start(job, JobCase.Station, InTime).Value.OfJob);
    }

    [Fact]
    public void A_start_on_a_day_to_come_is_refused()
    {
        var start = new StartMarking(JobCase.Job, JobCase.Station, Arms.On("2026-02-03"));

        var decided = StartMarking.Decide(JobCase.In(Sent), JobCase.Arm(), start, false, JobCase.Lease, Arms.Now);

        Assert.Equal(("impossible-date", "/startedOn"), (decided.Refusal?.Name, decided.Refusal?.Errors[0].Pointer));
    }

    public static TheoryData<string, object> Unfit => new()
    {
        { "firearm-lost", Arms.Lost(LossKind.Stolen) },
        { "firearm-quarantined", new FirearmQuarantined(Guid.CreateVersion7(Arms.Now), Arms.Reason("Unknown mark.")) },
        {
            "firearm-destroyed",
            new DisposalCarriedOut(Guid.CreateVersion7(Arms.Now), DisposalMethod.Destroyed, Arms.Text("melting"), Arms.Text("Depot"),
                Arms.On("2025-01-01"), Marks.Values.Known<Guid>.None)
        },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void An_arm_that_is_not_there_to_be_marked_is_neither_claimed_nor_started(string refusal, object happened)
    {
        var arm = JobCase.Arm(happened);

        Assert.Equal(refusal, ClaimMarkingJob.Decide(JobCase.In(NumberReserved), arm, new ClaimMarkingJob(JobCase.Job, JobCase.Station), false,
            JobCase.Lease, Arms.Now).Refusal?.Name);
        Assert.Equal(refusal, StartMarking.Decide(JobCase.In(Sent), arm, StartOf(JobCase.Station), false, JobCase.Lease, Arms.Now).Refusal?.Name);
    }

    [Fact]
    public void A_lost_answer_puts_the_arm_into_quarantine()
    {
        var decided = Finish(MachineOutcome.UnknownMarkState, Arms.Now).Value;

        Assert.Equal([new MarkStateUnknown(UnknownCause.ReportedByStation, Arms.Reason("No answer."))], decided.OfJob);
        Assert.Equal(JobCase.Job, Assert.IsType<FirearmQuarantined>(Assert.Single(decided.OfFirearm)).QuarantineId);
    }

    [Theory]
    [InlineData(MachineOutcome.Marked)]
    [InlineData(MachineOutcome.NotMarked)]
    [InlineData(MachineOutcome.UnknownMarkState)]
    public void Whatever_a_station_says_too_late_is_kept_and_leaves_the_mark_unknown(MachineOutcome outcome)
    {
        var decided = Finish(outcome, TooLate).Value;

        Assert.Equal([new MarkStateUnknown(UnknownCause.LeaseExpired, Arms.Reason("No answer."), outcome)], decided.OfJob);
        Assert.Single(decided.OfFirearm);
    }

    [Fact]
    public void Only_the_station_that_started_says_how_it_went()
    {
        var decided = FinishMarking.Decide(
            JobCase.In(Marking), new FinishMarking(JobCase.Job, JobCase.OtherStation, MachineOutcome.Marked, null), Arms.Now);

        Assert.Equal("marking-job-of-another-station", decided.Refusal?.Name);
    }

    [Theory]
    [InlineData(MachineOutcome.NotMarked)]
    [InlineData(MachineOutcome.UnknownMarkState)]
    public void What_went_wrong_is_explained(MachineOutcome outcome)
    {
        var decided = FinishMarking.Decide(JobCase.In(Marking), new FinishMarking(JobCase.Job, JobCase.Station, outcome, null), Arms.Now);

        Assert.Equal(("invalid-input", "/explanation"), (decided.Refusal?.Name, decided.Refusal?.Errors[0].Pointer));
    }

    [Fact]
    public void The_sweep_ends_the_wait_for_a_station_that_started_and_no_other_wait()
    {
        Assert.Null(ExpireMarkingLease.Decide(JobCase.In(Marking), InTime));
        var decided = ExpireMarkingLease.Decide(JobCase.In(Marking), TooLate);
        Assert.Equal([new MarkStateUnknown(UnknownCause.LeaseExpired)], decided?.OfJob);
        Assert.Single(decided!.OfFirearm);
        Assert.All(Enum.GetValues<MarkingJobState>().Where(state => state != Marking),
            state => Assert.Null(ExpireMarkingLease.Decide(JobCase.In(state), TooLate)));
    }

    [Fact]
    public void The_log_of_frames_is_bounded_by_their_number_and_by_their_bytes()
    {
        var frame = new MachineFrame(Arms.Now, MachineFrameDirection.Sent, HexBytes.Parse(new string('0', 2 * 1024)).GetOrThrow());
        MachineFramesRecorded Kept(int count) => new(JobCase.Station, [.. Enumerable.Repeat(frame, count)]);
        Result<MarkingDecision> More(MarkingJob job, int count) =>
            RecordMachineFrames.Decide(job, new RecordMachineFrames(JobCase.Job, JobCase.Station, Kept(count).Frames));
        var small = new MachineFrame(Arms.Now, MachineFrameDirection.Received, HexBytes.Of("A"));
        var many = JobCase.In(Marking, new MachineFramesRecorded(JobCase.Station, [.. Enumerable.Repeat(small, RecordMachineFrames.MostFrames)]));

        Assert.Null(More(JobCase.In(Marking, Kept(63)), 1).Refusal);
        Assert.Equal("too-many-frames", More(JobCase.In(Marking, Kept(63)), 2).Refusal?.Name);
        Assert.Equal("too-many-frames", RecordMachineFrames.Decide(
            many, new RecordMachineFrames(JobCase.Job, JobCase.Station, [small])).Refusal?.Name);
        Assert.Equal("invalid-input", More(JobCase.In(Marking), 0).Refusal?.Name);
        Assert.Equal("marking-job-of-another-station", RecordMachineFrames.Decide(
            JobCase.In(Marking), new RecordMachineFrames(JobCase.Job, JobCase.OtherStation, [small])).Refusal?.Name);
    }

    private static StartMarking StartOf(Guid station) => new(JobCase.Job, station, Arms.On("2026-01-31"));

    private static Result<MarkingDecision> Claim(MarkingJob job, Guid station, DateTimeOffset now) =>
        ClaimMarkingJob.Decide(job, JobCase.Arm(), new ClaimMarkingJob(job.Id, station), false, JobCase.Lease, now);

    private static Result<MarkingDecision> Start(MarkingJob job, Guid station, DateTimeOffset now) =>
        StartMarking.Decide(job, JobCase.Arm(), StartOf(station), false, JobCase.Lease, now);

    private static Result<MarkingDecision> Finish(MachineOutcome outcome, DateTimeOffset now) => FinishMarking.Decide(
        JobCase.In(Marking), new FinishMarking(JobCase.Job, JobCase.Station, outcome, Arms.Reason("No answer.")), now);
}
