using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.MachineSimulator.Faults;
using Microsoft.Extensions.Time.Testing;

namespace FirearmsRegistry.Machines.Tests.Faults;

/// <summary>Every fault at the start or between start and finish. Whatever happens, the start left at most once.</summary>
public class StartFaultTests
{
    private static readonly FaultKind[] OfAnswers =
    [
        FaultKind.ConnectionDropped, FaultKind.AnswerLost, FaultKind.Silent, FaultKind.LateAnswer, FaultKind.DoubleAnswer, FaultKind.Garbage,
        FaultKind.OtherProtocol, FaultKind.BadChecksum,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, FaultKind, FaultMoment> AnswersThatGoWrong()
    {
        var data = new TheoryData<string, FaultKind, FaultMoment>();
        foreach (var kind in MachineKind.All)
            foreach (var fault in OfAnswers)
                foreach (var moment in new[] { FaultMoment.Starting, FaultMoment.Finishing })
                    data.Add(kind.Name, fault, moment);
        return data;
    }

    [Theory]
    [MemberData(nameof(AnswersThatGoWrong))]
    public async Task An_answer_that_goes_wrong_after_the_start_leaves_the_mark_unknown(string kind, FaultKind fault, FaultMoment moment)
    {
        await using var bench = await Bench.ImpatientAsync(MachineKind.Of(kind));
        var prepared = await bench.PrepareAsync();
        bench.Simulator.Arm(new MachineFault(fault, moment));

        // A Telesis is asked for its signals, and a question may be asked again or have its answer come twice.
        var recovers = kind.StartsWith("telesis", StringComparison.Ordinal) && moment == FaultMoment.Finishing
            && fault is FaultKind.AnswerLost or FaultKind.LateAnswer;

        var outcome = await bench.HurryOnceAsync(
            bench.Driver.StartAsync(prepared, Token),
            simulator => simulator.Starts == 1 && (moment == FaultMoment.Starting || simulator.Cuts.Count == 1),
            recovers);

        Assert.Equal(recovers ? MarkResult.Marked : MarkResult.UnknownMarkState, outcome.Result);
        Assert.Equal(1, bench.StartsSent());
        Assert.Equal(1, bench.Simulator.Starts);
        if (recovers)
            return;
        Assert.Equal(MachineState.Offline, bench.Driver.State);
        Assert.Contains(outcome.Refusal!.Name, ExpectedNames(fault));
        await CannotBeStartedAgainAsync(bench, prepared);
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task An_answer_that_is_late_for_one_mark_is_no_answer_for_the_next(string kind)
    {
        await using var bench = await Bench.ImpatientAsync(MachineKind.Of(kind));
        var prepared = await bench.PrepareAsync();
        bench.Simulator.Arm(new MachineFault(FaultKind.LateAnswer, FaultMoment.Starting));
        var first = await bench.HurryOnceAsync(bench.Driver.StartAsync(prepared, Token), simulator => simulator.Starts == 1);
        Assert.Equal(MarkResult.UnknownMarkState, first.Result);

        bench.Simulator.ReleaseLateAnswers();
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Cuts.Count == 1 && simulator.LateAnswers == 1, Token);

        // Over TCP the answer dies with its connection; a serial line keeps it, and opening the line throws it away.
        await bench.Driver.ConnectAsync(Token);

        var order = bench.Order with { Variables = [bench.Order.Variables[0] with { Text = "NEXT" }] };
        Assert.Equal(MarkOutcome.Marked, await bench.Driver.StartAsync(await bench.Driver.PrepareAsync(order, Token), Token));
        Assert.Equal(2, bench.StartsSent());
        Assert.Equal("NEXT", Assert.Single(bench.Simulator.Cuts[1].Texts).Value);
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_fault_in_the_middle_of_the_mark_leaves_it_unknown(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.FaultWhileMarking));

        var outcome = await bench.MarkAsync();

        Assert.Equal(MarkResult.UnknownMarkState, outcome.Result);
        Assert.Equal(kind == "ezcad" ? "alarm-signal" : "stopped-by-fault", outcome.Refusal!.Name);
        Assert.False(Assert.Single(bench.Simulator.Cuts).IsWhole);
        Assert.Equal(1, bench.StartsSent());
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_slow_mark_is_waited_for(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.SlowMarking));
        var prepared = await bench.PrepareAsync();

        var marking = bench.Driver.StartAsync(prepared, Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Starts == 1, Token);
        Assert.False(marking.IsCompleted);
        Assert.Equal(MachineState.Marking, bench.Driver.State);
        bench.Simulator.FinishMarking();

        Assert.Equal(MarkOutcome.Marked, await marking);
        Assert.Equal(1, bench.StartsSent());
    }

    [Theory]
    [InlineData("tl07")]
    [InlineData("uc500")]
    [InlineData("panasonic")]
    [InlineData("panasonic-checked-serial")]
    [InlineData("ezcad")]
    public async Task A_mark_that_takes_longer_than_allowed_is_unknown(string kind)
    {
        var clock = new FakeTimeProvider();
        await using var bench = await Bench.ConnectedAsync(WithoutQuiet(kind), clock);
        bench.Simulator.Arm(new MachineFault(FaultKind.SlowMarking));
        var prepared = await bench.PrepareAsync();

        var marking = bench.Driver.StartAsync(prepared, Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Starts == 1, Token);
        clock.Advance(TimeSpan.FromHours(1));

        var outcome = await marking;
        Assert.Equal(MarkResult.UnknownMarkState, outcome.Result);
        Assert.Equal("no-answer", outcome.Refusal!.Name);
        Assert.Equal(1, bench.StartsSent());
        bench.Simulator.FinishMarking();
    }

    [Theory]
    [MemberData(nameof(MachineKind.Names), MemberType = typeof(MachineKind))]
    public async Task A_caller_who_gives_up_hears_that_the_mark_is_unknown(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.SlowMarking));
        var prepared = await bench.PrepareAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var marking = bench.Driver.StartAsync(prepared, patience.Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Starts == 1, Token);
        await patience.CancelAsync();

        var outcome = await marking;
        Assert.Equal(MarkResult.UnknownMarkState, outcome.Result);
        Assert.Equal("abandoned", outcome.Refusal!.Name);
        Assert.Equal(1, bench.StartsSent());
        bench.Simulator.FinishMarking();
    }

    [Theory]
    [InlineData("tl07", "stop-input-open", MarkResult.NotMarked)]
    [InlineData("uc500", "stop-input-open", MarkResult.NotMarked)]
    [InlineData("panasonic", "not-in-this-state", MarkResult.NotMarked)]
    [InlineData("telesis", "refused-by-controller", MarkResult.NotMarked)]
    // The bridge gives one alarm for "before" and "while", so that nobody can know.
    [InlineData("ezcad", "alarm-signal", MarkResult.UnknownMarkState)]
    public async Task An_open_door_is_named(string kind, string name, MarkResult result)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.DoorOpen));

        var outcome = await bench.MarkAsync();

        Assert.Equal(result, outcome.Result);
        Assert.Equal(name, outcome.Refusal!.Name);
        Assert.Empty(bench.Simulator.Cuts);
        Assert.Equal(1, bench.StartsSent());
    }

    [Theory]
    [InlineData("tl07", "stopped")]
    [InlineData("uc500", "stopped")]
    [InlineData("panasonic", "unexpected-answer")]
    [InlineData("ezcad", "unexpected-answer")]
    public async Task A_mark_that_somebody_stops_is_unknown(string kind, string orElse)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.SlowMarking));
        var prepared = await bench.PrepareAsync();

        var marking = bench.Driver.StartAsync(prepared, Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Starts == 1, Token);
        await bench.Driver.StopAsync(Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Cuts.Count == 1, Token);

        var outcome = await marking;
        Assert.Equal(MarkResult.UnknownMarkState, outcome.Result);
        Assert.Contains(outcome.Refusal!.Name, new[] { orElse, "stopped-by-fault", "alarm-signal" });
        // The machine says that it stops before it has stopped.
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Cuts.Count == 1, Token);
        Assert.False(Assert.Single(bench.Simulator.Cuts).IsWhole);
        Assert.Equal(1, bench.StartsSent());
    }

    [Theory]
    [InlineData("tl07")]
    [InlineData("panasonic")]
    [InlineData("telesis")]
    [InlineData("ezcad")]
    public async Task Power_that_fails_in_the_middle_of_a_mark_leaves_it_unknown(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.SlowMarking));
        var prepared = await bench.PrepareAsync();

        var marking = bench.Driver.StartAsync(prepared, Token);
        await bench.Simulator.WaitUntilAsync(simulator => simulator.Starts == 1, Token);
        bench.Simulator.PowerOff();

        var outcome = await marking;
        Assert.Equal(MarkResult.UnknownMarkState, outcome.Result);
        Assert.Equal(1, bench.StartsSent());
        await bench.Driver.ConnectAsync(Token);
        Assert.Equal(MachineState.Alive, bench.Driver.State);
    }

    private static MachineKind WithoutQuiet(string kind)
    {
        var known = MachineKind.Of(kind);
        return known with { Options = new Dictionary<string, string>(known.Options) { ["quiet-ms"] = "0" } };
    }

    private static async Task CannotBeStartedAgainAsync(Bench bench, PreparedMark prepared)
    {
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.StartAsync(prepared, Token));
        Assert.Equal("already-started", refused.Refusal.Name);
        Assert.Equal(1, bench.StartsSent());
    }

    private static string[] ExpectedNames(FaultKind fault) => fault switch
    {
        FaultKind.ConnectionDropped => ["connection-closed", "connection-lost", "no-answer"],
        FaultKind.Silent => ["no-answer"],
        // The finish may come in the place of the answer to the start.
        FaultKind.AnswerLost or FaultKind.LateAnswer => ["no-answer", "unexpected-answer"],
        FaultKind.DoubleAnswer => ["unexpected-answer"],
        _ => ["garbled-answer", "unexpected-answer", "no-answer", "bad-checksum"],
    };
}
