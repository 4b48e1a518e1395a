using System.Globalization;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.EzCad;
using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.Machines.Tests.EzCad;

public class EzCadTests
{
    public static TheoryData<int> Codes => [.. EzCadErrors.Codes];

    [Fact]
    public void A_command_has_a_space_before_its_end()
    {
        Assert.Equal("RUN \r\n"u8.ToArray(), EzCadFrames.Command("RUN"));
        Assert.Equal("SETVAR 10 GH26 \r\n"u8.ToArray(), EzCadFrames.Command("SETVAR 10 GH26"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_number_refuses_the_preparation_and_is_named_at_the_start(int code)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("ezcad"));
        var text = code.ToString(CultureInfo.InvariantCulture);
        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Preparing, text));
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync());
        Assert.Equal(EzCadErrors.Of(code), refused.Refusal);
        Assert.Equal(1, EzCadErrors.Codes.Count(other => EzCadErrors.Of(other).Name == refused.Refusal.Name));
        Assert.Equal(0, bench.StartsSent());

        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Starting, text));
        var expected = EzCadErrors.IsBeforeCutting(code) ? MarkResult.NotMarked : MarkResult.UnknownMarkState;
        Assert.Equal(new MarkOutcome(expected, EzCadErrors.Of(code)), await bench.MarkAsync());
        Assert.Equal(1, bench.StartsSent());
    }

    [Fact]
    public async Task A_code_that_was_marked_before_is_refused_by_the_machine()
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("ezcad"));
        Assert.Equal(MarkOutcome.Marked, await bench.MarkAsync());

        var outcome = await bench.MarkAsync();

        Assert.Equal((MarkResult.NotMarked, "duplicate-code"), (outcome.Result, outcome.Refusal!.Name));
        Assert.Single(bench.Simulator.Cuts);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("0x\r\n")]
    [InlineData("1234\r\n")]
    public void Anything_else_is_no_number(string answer) =>
        Assert.Equal("garbled-answer", Assert.Throws<MachineRefusedException>(() => EzCadFrames.Number(System.Text.Encoding.ASCII.GetBytes(answer))).Refusal.Name);
}
