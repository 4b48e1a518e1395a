using System.Net;
using System.Net.Sockets;
using System.Text;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.MachineSimulator.Tests;

public class SimulatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SimulatedProtocol.Tl07, "ST\r", "ST 2 0 0\r\n")]
    [InlineData(SimulatedProtocol.Tl07, "LD \"A.t2l\" 1 N\r", "LD 1\r\n")]
    [InlineData(SimulatedProtocol.Tl07, "GO\r", "ER 2 2\r\n")]
    [InlineData(SimulatedProtocol.Tl07, "NO\r", "ER 1 1\r\n")]
    [InlineData(SimulatedProtocol.Uc500, "\u001b\0\0\u0002ST\r", "ST 2 0 0\r")]
    [InlineData(SimulatedProtocol.PanasonicLp, "\u0002STSR\r", "\u0002STSA02000\r")]
    [InlineData(SimulatedProtocol.PanasonicLp, "STSR\r", "\u001501\r")]
    [InlineData(SimulatedProtocol.PanasonicLp, "\u0002XYZS\r", "\u001504\r")]
    [InlineData(SimulatedProtocol.TelesisExtended, "\u0001P\u0002STATE01\u0003\r", "\u0001\u0006\u0002STATE01\u0003\r")]
    [InlineData(SimulatedProtocol.EzcadBridge, "RUN \r\n", "19\r\n")]
    [InlineData(SimulatedProtocol.EzcadBridge, "DANCE \r\n", "32\r\n")]
    public async Task A_machine_answers_as_its_manual_says(SimulatedProtocol protocol, string command, string answer)
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(protocol));
        using var client = await ConnectAsync(simulator);
        Assert.Equal(answer, await AskAsync(client, command));
    }

    [Theory]
    [InlineData("\u0002FNOS204705\r", "\u00060066\r")]
    [InlineData("\u0002FNOS204706\r", "\u0015057A\r")]
    public async Task A_panasonic_with_checksum_checks_it(string command, string answer)
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.PanasonicLp) { Checksum = true });
        using var client = await ConnectAsync(simulator);
        Assert.Equal(answer, await AskAsync(client, command));
    }

    [Fact]
    public async Task A_telesis_with_bcc_checks_it()
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.TelesisExtended) { Checksum = true });
        using var client = await ConnectAsync(simulator);
        Assert.Equal("\u0001\u0015\u0002\u0003021\r", await AskAsync(client, "\u0001G\u0002\u0003072\r"));
        Assert.Equal(0, simulator.Starts);
    }

    [Fact]
    public async Task The_machine_outlives_its_connections()
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07));
        using (var first = await ConnectAsync(simulator))
            Assert.Equal("LD 1\r\n", await AskAsync(first, "LD \"A.t2l\" 1 N\r"));
        using var second = await ConnectAsync(simulator);
        Assert.Equal("ST 4 0 0\r\n", await AskAsync(second, "ST\r"));
    }

    [Fact]
    public async Task Power_off_leaves_half_a_mark_and_nothing_loaded()
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07));
        using (var client = await ConnectAsync(simulator))
        {
            await AskAsync(client, "LD \"A.t2l\" 1 N\r");
            simulator.Arm(new MachineFault(FaultKind.SlowMarking));
            Assert.Equal("GO M\r\n", await AskAsync(client, "GO\r"));
            simulator.PowerOff();
        }

        Assert.False(Assert.Single(simulator.Cuts).IsWhole);
        using var after = await ConnectAsync(simulator);
        Assert.Equal("ST 2 0 0\r\n", await AskAsync(after, "ST\r"));
    }

    [Fact]
    public async Task A_fault_happens_once()
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Tl07));
        using var client = await ConnectAsync(simulator);
        simulator.Arm(new MachineFault(FaultKind.FileMissing));
        Assert.Equal("ER 1 5\r\n", await AskAsync(client, "LD \"A.t2l\" 1 N\r"));
        Assert.Equal("LD 1\r\n", await AskAsync(client, "LD \"A.t2l\" 1 N\r"));
    }

    [Fact]
    public async Task A_serial_machine_has_a_device()
    {
        await using var simulator = Simulator.Start(new SimulatorOptions(SimulatedProtocol.Uc500) { OnSerialLine = true });
        Assert.StartsWith("serial:/dev/", simulator.Address, StringComparison.Ordinal);
        Assert.True(File.Exists(simulator.Address["serial:".Length..]));
    }

    private static async Task<Socket> ConnectAsync(Simulator simulator)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPEndPoint.Parse(simulator.Address["tcp://".Length..]), Token);
        return socket;
    }

    private static async Task<string> AskAsync(Socket socket, string command)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(command), Token);
        var buffer = new byte[256];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, Token));
    }
}
