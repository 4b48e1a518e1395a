using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Cancelling;
using FirearmsRegistry.Registry.MarkingJobs.Claiming;
using FirearmsRegistry.Registry.MarkingJobs.Finishing;
using FirearmsRegistry.Registry.MarkingJobs.Inspecting;
using FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.MarkingJobs.Starting;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Tests.Firearms;
using static FirearmsRegistry.Registry.MarkingJobs.MarkingJobState;

namespace FirearmsRegistry.Registry.Tests.MarkingJobs;

/// <summary>Every command in every state: whither it leads, or by which name it is refused.</summary>
public sealed class EveryStateTests
{
    private static readonly IReadOnlyDictionary<string, Func<MarkingJob, Firearm, Result<MarkingDecision>>> Commands =
        new Dictionary<string, Func<MarkingJob, Firearm, Result<MarkingDecision>>>
        {
            ["claim"] = (job, arm) => ClaimMarkingJob.Decide(job, arm, new ClaimMarkingJob(job.Id, JobCase.Station), false, JobCase.Lease, Arms.Now),
            ["start"] = (job, arm) => StartMarking.Decide(
                job, arm, new StartMarking(job.Id, JobCase.Station, Arms.On("2026-01-31")), false, JobCase.Lease, Arms.Now),
            ["finish marked"] = (job, _) => Finish(job, MachineOutcome.Marked),
            ["finish not marked"] = (job, _) => Finish(job, MachineOutcome.NotMarked),
            ["finish unknown"] = (job, _) => Finish(job, MachineOutcome.UnknownMarkState),
            ["read"] = (job, arm) => ReadMarkBack.Decide(job, arm, JobCase.Reading(), [], Arms.Policy, Arms.Now),
            ["misread"] = (job, arm) => ReadMarkBack.Decide(job, arm, JobCase.Reading("ES 26 A0000001 XX"), [], Arms.Policy, Arms.Now),
            ["inspect marked"] = (job, arm) => Inspect(job, arm, InspectionOutcome.Marked),
            ["inspect not marked"] = (job, arm) => Inspect(job, arm, InspectionOutcome.NotMarked),
            ["inspect spoiled"] = (job, arm) => Inspect(job, arm, InspectionOutcome.Spoiled),
            ["cancel"] = (job, _) => CancelMarkingJob.Decide(job, new CancelMarkingJob(job.Id, Arms.Reason("Sent back."))),
            ["frames"] = (job, _) => RecordMachineFrames.Decide(job, new RecordMachineFrames(job.Id, JobCase.Station,
                [new MachineFrame(Arms.Now, MachineFrameDirection.Sent, HexBytes.Of("GO\r"))])),
        };

    private static readonly Dictionary<string, (MarkingJobState From, object To)[]> Allowed =
        new()
        {
            ["claim"] = [(Ordered, Sent), (NumberReserved, Sent), (Sent, Sent)],
            ["start"] = [(Sent, Marking)],
            ["finish marked"] = [(Marking, Marked)],
            ["finish not marked"] = [(Marking, Rejected)],
            ["finish unknown"] = [(Marking, UnknownMarkState)],
            ["read"] = [(Marked, Verified), (ReadBack, Verified)],
            ["misread"] = [(Marked, ReadBack), (ReadBack, ReadBack)],
            ["inspect marked"] = [(UnknownMarkState, Marked)],
            ["inspect not marked"] = [(UnknownMarkState, Rejected), (Marked, Rejected), (ReadBack, Rejected)],
            ["inspect spoiled"] = [(UnknownMarkState, Rejected), (Marked, Rejected), (ReadBack, Rejected)],
            ["cancel"] = [(Ordered, Cancelled), (NumberReserved, Cancelled), (Sent, Cancelled)],
            ["frames"] = [(Sent, Sent), (Marking, Marking), (Marked, Marked), (ReadBack, ReadBack), (UnknownMarkState, UnknownMarkState)],
        };

    public static TheoryData<string, MarkingJobState> All
    {
        get
        {
            var all = new TheoryData<string, MarkingJobState>();
            foreach (var command in Commands.Keys)
            {
                foreach (var state in Enum.GetValues<MarkingJobState>())
                    all.Add(command, state);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_command_leads_where_it_should_or_is_refused(string command, MarkingJobState state)
    {
        var job = JobCase.In(state);
        Assert.Equal(state, job.State);

        var decided = Commands[command](job, JobCase.Arm());

        var expected = Allowed[command].Where(way => way.From == state).Select(way => way.To).SingleOrDefault();
        if (expected is null)
            Assert.Contains(decided.Refusal?.Name, Refusals);
        else
            Assert.Equal(expected, JobCase.In(state, decided.Value.OfJob).State);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_number_is_void_exactly_when_a_job_ends_without_its_mark(string command, MarkingJobState state)
    {
        var decided = Commands[command](JobCase.In(state), JobCase.Arm());
        if (decided.Refusal is not null)
            return;

        var ended = JobCase.In(state, decided.Value.OfJob).State is Rejected or Cancelled;

        Assert.Equal(ended, decided.Value.SpoilsNumber is not null);
    }

    [Theory]
    [InlineData(Marking)]
    [InlineData(Marked)]
    [InlineData(ReadBack)]
    [InlineData(Verified)]
    [InlineData(Rejected)]
    [InlineData(UnknownMarkState)]
    public void A_start_is_accepted_once(MarkingJobState state) =>
        Assert.Equal("marking-started-already", Commands["start"](JobCase.In(state), JobCase.Arm()).Refusal?.Name);

    private static readonly string[] Refusals =
        ["marking-job-state", "marking-started-already", "marking-job-not-claimed", "unknown-mark-state"];

    private static Result<MarkingDecision> Finish(MarkingJob job, MachineOutcome outcome) => FinishMarking.Decide(
        job, new FinishMarking(job.Id, JobCase.Station, outcome, Arms.Reason("ER 2 32.")), Arms.Now);

    private static Result<MarkingDecision> Inspect(MarkingJob job, Firearm arm, InspectionOutcome outcome) => InspectMark.Decide(
        job, arm, new InspectMark(job.Id, outcome, JobCase.Photo, Arms.On("2026-01-31"), Arms.Reason("Looked at it.")), Arms.Now);
}
