using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Telesis;
using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.Machines.Tests.Telesis;

public class TelesisFramesTests
{
    private static readonly TelesisFrames WithBcc = new(new TelesisOptions(true, "", 'V', TimeSpan.Zero));

    [Fact]
    public void Frames_are_the_bytes_of_the_examples()
    {
        Assert.Equal("015002535441544530310330" + "35300D", Convert.ToHexString(WithBcc.Frame((byte)'P', "STATE01")));
        Assert.Equal("01470203303731" + "0D", Convert.ToHexString(WithBcc.Frame((byte)'G', "")));
    }

    [Fact]
    public void The_check_value_of_the_manual_comes_out()
    {
        Assert.EndsWith(Convert.ToHexString("074\r"u8), Convert.ToHexString(WithBcc.Frame((byte)'1', "TELESIS")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_station_of_a_multi_drop_line_stands_after_the_type_and_is_not_summed()
    {
        var frames = new TelesisFrames(new TelesisOptions(true, "07", 'V', TimeSpan.Zero));
        Assert.Equal("0147303702033037310D", Convert.ToHexString(frames.Frame((byte)'G', "")));
        Assert.Equal(((byte)'G', ""), frames.Take(frames.Frame((byte)'G', "")));
        Assert.Throws<MachineRefusedException>(() => frames.Take(WithBcc.Frame((byte)'G', "")));
    }

    [Theory]
    [InlineData("09;000", MachineState.Ready)]
    [InlineData("0B;000", MachineState.Ready)]
    [InlineData("08;001", MachineState.Alive)]
    [InlineData("0C;000", MachineState.Paused)]
    [InlineData("01;000", MachineState.Fault)]
    public void Signals_are_a_state(string data, MachineState state) => Assert.Equal(state, TelesisSignals.Read(data).State);

    [Theory]
    [InlineData("")]
    [InlineData("09")]
    [InlineData("09;00")]
    [InlineData("0X;000")]
    [InlineData("09;0G0")]
    public void Anything_else_is_no_signals(string data) => Assert.Throws<MachineRefusedException>(() => TelesisSignals.Read(data));

    [Theory]
    [InlineData(FaultMoment.Preparing)]
    [InlineData(FaultMoment.Starting)]
    public async Task A_nak_is_the_controllers_refusal(FaultMoment moment)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("telesis"));
        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, moment));
        if (moment == FaultMoment.Preparing)
            Assert.Equal("refused-by-controller", (await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync())).Refusal.Name);
        else
            Assert.Equal(MarkResult.NotMarked, (await bench.MarkAsync()).Result);
        Assert.Empty(bench.Simulator.Cuts);
    }
}
