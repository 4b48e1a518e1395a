using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.Machines.Tests.Faults;

/// <summary>Every fault before the start: a named refusal, no start, and nothing cut.</summary>
public class PreparationFaultTests
{
    private static readonly FaultKind[] OfAnswers =
    [
        FaultKind.ConnectionDropped, FaultKind.AnswerLost, FaultKind.Silent, FaultKind.LateAnswer, FaultKind.DoubleAnswer, FaultKind.Garbage,
        FaultKind.OtherProtocol, FaultKind.BadChecksum,
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, FaultKind> AnswersThatGoWrong()
    {
        var data = new TheoryData<string, FaultKind>();
        foreach (var kind in MachineKind.All)
            foreach (var fault in OfAnswers)
                data.Add(kind.Name, fault);
        return data;
    }

    [Theory]
    [MemberData(nameof(AnswersThatGoWrong))]
    public async Task An_answer_that_goes_wrong_before_the_start_is_a_refusal_and_nothing_is_started(string kind, FaultKind fault)
    {
        await using var bench = await Bench.ImpatientAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(fault));
        var before = bench.Simulator.Commands;

        // A message that cuts nothing may be repeated; of these machines only the Telesis is told to.
        if (kind.StartsWith("telesis", StringComparison.Ordinal) && fault is FaultKind.AnswerLost or FaultKind.LateAnswer)
        {
            await bench.HurryOnceAsync(bench.PrepareAsync(), simulator => simulator.Commands > before, recovers: true);
        }
        else
        {
            var refused = await Assert.ThrowsAsync<MachineRefusedException>(
                () => bench.HurryOnceAsync(bench.MarkAsync(), simulator => simulator.Commands > before));
            Assert.Equal(RefusalOrigin.Line, refused.Refusal.Origin);
            Assert.Equal(MachineState.Offline, bench.Driver.State);
        }

        Assert.Equal(0, bench.StartsSent());
        Assert.Equal(0, bench.Simulator.Starts);
        Assert.Empty(bench.Simulator.Cuts);
    }

    [Theory]
    [InlineData("tl07")]
    [InlineData("uc500")]
    [InlineData("panasonic")]
    [InlineData("panasonic-checked-serial")]
    [InlineData("telesis")]
    [InlineData("telesis-unchecked-serial")]
    public async Task A_text_that_the_machine_cut_short_is_found_before_the_start(string kind)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(FaultKind.VariableTruncated));

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync());

        Assert.Equal("variable-mismatch", refused.Refusal.Name);
        Assert.Contains("from character 5 on", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("GH26", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.StartsSent());
    }

    [Theory]
    [InlineData("tl07", FaultKind.FileMissing, "cannot-open-file", "ER 1 5")]
    [InlineData("tl07", FaultKind.MemoryFull, "memory-full", "ER 3 4")]
    [InlineData("tl07", FaultKind.SlaveRejected, "not-master", "ER 4 1")]
    [InlineData("uc500", FaultKind.FileMissing, "cannot-open-file", "ER 1 5")]
    [InlineData("uc500", FaultKind.MemoryFull, "memory-full", "ER 3 4")]
    [InlineData("panasonic", FaultKind.FileMissing, "wrong-data", "09")]
    [InlineData("panasonic", FaultKind.MemoryFull, "memory-full", "12")]
    [InlineData("telesis", FaultKind.FileMissing, "refused-by-controller", "NAK")]
    [InlineData("ezcad", FaultKind.FileMissing, "cannot-open-file", "12")]
    [InlineData("ezcad", FaultKind.MemoryFull, "other-machine-error", "9")]
    public async Task A_layout_that_cannot_be_loaded_is_the_machines_refusal(string kind, FaultKind fault, string name, string code)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of(kind));
        bench.Simulator.Arm(new MachineFault(fault));

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync());

        Assert.Equal(name, refused.Refusal.Name);
        Assert.Equal(code, refused.Refusal.MachineCode);
        Assert.Equal(RefusalOrigin.Machine, refused.Refusal.Origin);
        Assert.Equal(0, bench.StartsSent());
        Assert.Equal(MarkOutcome.Marked, await bench.MarkAsync());
    }

    [Fact]
    public async Task A_second_master_is_refused_when_it_connects()
    {
        await using var bench = Bench.Disconnected(MachineKind.Of("tl07"));
        bench.Simulator.Arm(new MachineFault(FaultKind.SlaveRejected));

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.ConnectAsync(Token));

        Assert.Equal("not-master", refused.Refusal.Name);
    }

    [Fact]
    public async Task A_telesis_that_stays_silent_is_asked_three_times_and_then_given_up()
    {
        await using var bench = await Bench.ImpatientAsync(MachineKind.Of("telesis"));
        var (before, sent) = (bench.Simulator.Commands, Sent(bench));
        bench.Simulator.Arm(new MachineFault(FaultKind.Silent));

        var refused = await Assert.ThrowsAsync<MachineRefusedException>(
            () => bench.HurryOnceAsync(bench.PrepareAsync(), simulator => simulator.Commands > before));

        Assert.Equal("no-answer", refused.Refusal.Name);
        // What left, not what arrived: a busy machine may take the last one when the driver has hung up already.
        Assert.Equal(3, Sent(bench) - sent);
        Assert.Equal(MachineState.Offline, bench.Driver.State);
    }

    [Theory]
    [InlineData("tl07")]
    [InlineData("uc500")]
    [InlineData("panasonic")]
    [InlineData("panasonic-checked-serial")]
    [InlineData("telesis")]
    [InlineData("telesis-unchecked-serial")]
    public async Task A_machine_that_breaks_between_preparation_and_start_is_not_started(string kind)
    {
        await using var bench = await Bench.ImpatientAsync(MachineKind.Of(kind));
        var prepared = await bench.PrepareAsync();
        bench.Simulator.Arm(new MachineFault(FaultKind.Silent));
        var before = bench.Simulator.Commands;
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(
            () => bench.HurryOnceAsync(bench.Driver.StartAsync(prepared, Token), simulator => simulator.Commands > before));

        Assert.Equal("no-answer", refused.Refusal.Name);
        Assert.Equal(0, bench.StartsSent());
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_refusal()
    {
        var bench = Bench.Disconnected(MachineKind.Of("tl07"));
        await bench.Simulator.DisposeAsync();
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.ConnectAsync(Token));
        Assert.Equal("connection-failed", refused.Refusal.Name);
        await bench.Driver.DisposeAsync();
    }

    private static int Sent(Bench bench) => bench.Frames.Count(frame => frame.Direction == FrameDirection.Sent);
}
