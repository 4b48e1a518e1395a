using System.Text;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Technifor;
using FirearmsRegistry.MachineSimulator.Faults;

namespace FirearmsRegistry.Machines.Tests.Technifor;

public class TechniforFramesTests
{
    public static TheoryData<int, int> Errors
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var (type, detail) in TechniforErrors.Codes)
                data.Add(type, detail);
            return data;
        }
    }

    [Theory]
    [InlineData("GO", "1B 00 00 02 47 4F 0D")]
    [InlineData("VS 0 \"GH26A0000001\"", "1B 00 00 13 56 53 20 30 20 22 47 48 32 36 41 30 30 30 30 30 30 31 22 0D")]
    public void A_uc500_command_is_framed_as_the_manual_shows(string command, string bytes)
    {
        Assert.Equal(bytes, Hex(TechniforFrames.Uc500(command)));
    }

    [Fact]
    public void A_uc500_length_above_511_is_written_in_both_bytes()
    {
        var frame = TechniforFrames.Uc500(new string('A', 700));
        Assert.Equal("1B 00 02 BC", Hex(frame.AsSpan(0, 4)));
        Assert.Equal(700 + 5, frame.Length);
    }

    [Fact]
    public void A_uc500_length_counts_the_bytes_of_utf8()
    {
        Assert.Equal("1B 00 00 02 C3 89 0D", Hex(TechniforFrames.Uc500("É")));
    }

    [Fact]
    public void A_tl07_command_is_a_line_ended_by_cr()
    {
        Assert.Equal("47 4F 0D", Hex(TechniforFrames.Line("GO")));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_error_of_the_manual_has_a_name_of_its_own(int type, int detail)
    {
        var refusal = TechniforErrors.Read($"ER {type} {detail}");
        Assert.NotNull(refusal);
        Assert.Equal(RefusalOrigin.Machine, refusal.Origin);
        Assert.Equal($"ER {type} {detail}", refusal.MachineCode);
        Assert.Equal(1, TechniforErrors.Codes.Count(code => TechniforErrors.Read($"ER {code.Type} {code.Detail}")!.Name == refusal.Name));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Every_error_refuses_the_preparation_and_the_start(int type, int detail)
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("tl07"));
        var name = TechniforErrors.Read($"ER {type} {detail}")!.Name;
        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Preparing, $"{type} {detail}"));
        Assert.Equal(name, (await Assert.ThrowsAsync<MachineRefusedException>(() => bench.MarkAsync())).Refusal.Name);
        Assert.Equal(0, bench.StartsSent());

        bench.Simulator.Arm(new MachineFault(FaultKind.ErrorCode, FaultMoment.Starting, $"{type} {detail}"));
        var outcome = await bench.MarkAsync();
        Assert.Equal((MarkResult.NotMarked, name), (outcome.Result, outcome.Refusal!.Name));
        Assert.Equal(1, bench.StartsSent());
        Assert.Empty(bench.Simulator.Cuts);
    }

    [Theory]
    [InlineData("ER 9 9", "unlisted-error")]
    [InlineData("ER 1", "garbled-answer")]
    [InlineData("ER x y", "garbled-answer")]
    public void Other_errors_are_named_too(string answer, string name) => Assert.Equal(name, TechniforErrors.Read(answer)!.Name);

    [Theory]
    [InlineData("ST 1 0 0", MachineState.Initialising)]
    [InlineData("ST 2 0 0", MachineState.Alive)]
    [InlineData("ST 4 1 0", MachineState.Ready)]
    [InlineData("ST 8 0 0", MachineState.Marking)]
    [InlineData("ST 16 0 0", MachineState.Paused)]
    [InlineData("ST 32 0 0", MachineState.Fault)]
    public void Each_state_bit_is_a_state(string answer, MachineState state) => Assert.Equal(state, TechniforStatus.Read(answer).State);

    [Theory]
    [InlineData("ST 3 0 0")]
    [InlineData("ST 4 0")]
    [InlineData("ST 4 0 9")]
    [InlineData("GO F")]
    [InlineData("")]
    public void Anything_else_is_no_status(string answer) =>
        Assert.Equal("unexpected-answer", Assert.Throws<MachineRefusedException>(() => TechniforStatus.Read(answer)).Refusal.Name);

    [Fact]
    public async Task A_fault_is_acknowledged()
    {
        await using var bench = await Bench.ConnectedAsync(MachineKind.Of("tl07"));
        var token = TestContext.Current.CancellationToken;
        await bench.Driver.StopAsync(token);
        Assert.Equal(MachineState.Fault, await bench.Driver.ReadStateAsync(token));
        var refused = await Assert.ThrowsAsync<MachineRefusedException>(() => bench.PrepareAsync());
        Assert.Equal("not-while-in-fault", refused.Refusal.Name);
        await bench.Driver.AcknowledgeFaultAsync(token);
        Assert.Equal(MarkOutcome.Marked, await bench.MarkAsync());
    }

    private static string Hex(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var one in bytes)
            text.Append(text.Length > 0 ? " " : "").Append(one.ToString("X2", null));
        return text.ToString();
    }
}
