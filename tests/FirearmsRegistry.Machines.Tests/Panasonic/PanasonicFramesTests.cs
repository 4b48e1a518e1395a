using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.Machines.Panasonic;
using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.Machines.Tests.Panasonic;

public class PanasonicFramesTests
{
    private static readonly PanasonicFrames Checked = new(new PanasonicOptions(Checksum: true, EndsWithLf: false));
    private static readonly PanasonicFrames Unchecked = new(new PanasonicOptions(Checksum: false, EndsWithLf: false));

    public static TheoryData<string> Codes => [.. PanasonicErrors.Codes];

    [Fact]
    public void Requests_are_the_bytes_of_the_manual()
    {
        Assert.Equal("02464E4F5332303437" + "3035" + "0D", Convert.ToHexString(Checked.Set("FNO", "2047")));
        Assert.Equal("0253545352" + "3445" + "0D", Convert.ToHexString(Checked.Read("STS")));
        Assert.Equal("024D43535335316162636" + "40D", Convert.ToHexString(Unchecked.Set("MCS", "51abcd")));
        Assert.Equal("024D5354" + "53310D", Convert.ToHexString(Unchecked.Set("MST", "1")));
    }

    [Theory]
    [InlineData("02464E4F413230343746330D", 0x02, "FNOA2047")]
    [InlineData("06303036360D", 0x06, "00")]
    [InlineData("15303337380D", 0x15, "03")]
    public void Answers_are_the_bytes_of_the_manual(string hex, byte start, string body)
    {
        Assert.Equal((start, body), Checked.Take(Convert.FromHexString(hex)));
        Assert.Equal(hex, Convert.ToHexString(Checked.Frame(start, body)));
    }

    [Fact]
    public void An_end_code_of_cr_lf_is_written_and_read()
    {
        var frames = new PanasonicFrames(new PanasonicOptions(Checksum: false, EndsWithLf: true));
        Assert.Equal("02535453520D0A", Convert.ToHexString(frames.Read("STS")));
        Assert.Equal((Control.Ack, "00"), frames.Take([0x06, 0x30, 0x30, 0x0D, 0x0A]));
    }

    [Fact]
    public void Wrong_check_characters_are_named()
    {
        var refused = Assert.Throws<MachineRefusedException>(() => Checked.Take(Convert.FromHexString("06303036370D")));
        Assert.Equal("bad-checksum", refused.Refusal.Name);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_nak_code_has_a_name_of_its_own(string code)
    {
        var refusal = PanasonicErrors.Of(code);
        Assert.Equal((RefusalOrigin.Machine, code), (refusal.Origin, refusal.MachineCode));
        Assert.Equal(1, PanasonicErrors.Codes.Count(other => PanasonicErrors.Of(other).Name == refusal.Name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_nak_code_refuses_the_preparation_and_the_start(string code)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("panasonic"));
        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Preparing, code));
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync());
        Assert.Equal(PanasonicErrors.Of(code), refused.Refusal);
        Assert.Equal(0, bench.StartsSent());

        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Starting, code));
        Assert.Equal(new MarkOutcome(MarkResult.NotMarked, PanasonicErrors.Of(code)), await bench.MarkAsync());
        Assert.Equal(1, bench.StartsSent());
        Assert.Empty(bench.Simulator.Cuts);
    }

    [Theory]
    [InlineData("02110", MachineState.Ready)]
    [InlineData("02000", MachineState.Alive)]
    [InlineData("02100", MachineState.Alive)]
    [InlineData("00000", MachineState.Alive)]
    [InlineData("01000", MachineState.Initialising)]
    [InlineData("12100", MachineState.Fault)]
    [InlineData("02111", MachineState.Marking)]
    public void A_status_is_a_state(string status, MachineState state) => Assert.Equal(state, PanasonicStatus.Read(status));

    [Theory]
    [InlineData("")]
    [InlineData("0211")]
    [InlineData("021100")]
    [InlineData("x2110")]
    [InlineData("09110")]
    public void Anything_else_is_no_status(string status) => Assert.Throws<MachineRefusedException>(() => PanasonicStatus.Read(status));

    [Theory]
    [InlineData("70", "ABC")]
    [InlineData("1", "50% OFF")]
    [InlineData("1", "0123456789012345678901234567890")]
    [InlineData("1", "\u001E06")]
    [InlineData("1", "ГОСТ")]
    public async Task What_a_string_cannot_hold_is_refused(string name, string text)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("panasonic"));
        var order = bench.Order with { Variables = [new MarkVariable(name, text)] };
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.Driver.PrepareAsync(order, TestContext.Current.CancellationToken));
        Assert.Equal("text-not-sendable", refused.Refusal.Name);
    }
}
