using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Pictures;
using FirearmsRegistry.MachineSimulator.Simulating;
using FirearmsRegistry.Symbols.Engine;
using static FirearmsRegistry.EndToEnd.Tests.MarkingJobs.MarkingScenario;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

/// <summary>A vendor's program: it knows the API and its own machine, and nothing of this system's drivers.</summary>
public sealed class VendorTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    private const string SymbolPlace = "10";

    private const string TextPlace = "11";

    private readonly MarkingScenario _marking = new(host);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_knows_HTTP_and_its_machine_brings_a_job_from_the_order_to_the_verified_mark()
    {
        await using var machine = Simulator.Start(new SimulatorOptions(SimulatedProtocol.EzcadBridge));
        var (started, frames) = await StartedAsync(machine, "VN-1", "A");

        Assert.Equal("0", await TellAsync(machine, frames, "RUN"));
        var job = (await _marking.ActAsync(started, "frames", Frames(StationOf(started), frames))).Expect(200);
        job = (await _marking.FinishAsync(job, StationOf(started))).Expect(200);
        var cut = Assert.Single(machine.Cuts);
        using var engine = new ZXingSymbolEngine();
        using var camera = new SimulatedCamera("", SymbolPlace);
        var picture = await camera.TakeAsync(cut, 1, Token);
        var code = Assert.Single((await engine.ReadAsync(picture, Token)).GetOrThrow().Symbols);
        var verified = (await _marking.ActAsync(job, "readings", new JsonObject
        {
            ["stationId"] = StationOf(started),
            ["keyedText"] = cut.Texts[TextPlace],
            ["payload"] = Convert.ToHexStringLower(code.Bytes.Span),
            ["readOn"] = _marking.Today,
            ["picture"] = Convert.ToHexStringLower(SHA256.HashData(picture)),
        })).Expect(200);

        Assert.Equal("verified", StateOf(verified));
        Assert.Equal(1, machine.Starts);
        Assert.Equal(2, (await _marking.ArmAsync(started))["marks"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_line_that_breaks_after_the_start_leaves_the_arm_in_quarantine_and_no_second_start_is_accepted()
    {
        await using var machine = Simulator.Start(new SimulatorOptions(SimulatedProtocol.EzcadBridge));
        var (started, frames) = await StartedAsync(machine, "VN-2", "B");
        machine.Arm(new MachineFault(FaultKind.ConnectionDropped, FaultMoment.Starting));

        Assert.Null(await TellAsync(machine, frames, "RUN"));
        var unknown = (await _marking.FinishAsync(started, StationOf(started), "unknown_mark_state")).Expect(200);
        var again = await _marking.StartAsync(unknown, StationOf(started));

        Assert.Equal("unknown_mark_state", StateOf(unknown));
        Assert.Equal((409, "marking-started-already"), (again.Status, again.Problem));
        Assert.Equal("quarantined", (await _marking.ArmAsync(started))["status"]!.GetValue<string>());
        Assert.Equal(1, machine.Starts);
    }

    /// <summary>A job that is claimed, loaded in the machine, and started at the registry.</summary>
    private async Task<(ApiAnswer Job, List<string> Frames)> StartedAsync(Simulator machine, string serial, string letter)
    {
        var station = await _marking.StationAsync();
        var ordered = await _marking.OrderedAsync(serial, await _marking.SeriesAsync(letter), station);
        var claimed = (await _marking.ClaimAsync(ordered, station)).Expect(200);
        var payload = Encoding.ASCII.GetString(Convert.FromHexString(claimed.Body!["payload"]!.GetValue<string>()));
        var frames = new List<string>();
        Assert.Equal("0", await TellAsync(machine, frames, $"LOADFILE {claimed.Body["layout"]!.GetValue<string>()}"));
        Assert.Equal("0", await TellAsync(machine, frames, $"SETVAR {SymbolPlace} {payload}"));
        Assert.Equal("0", await TellAsync(machine, frames, $"SETVAR {TextPlace} {TextOf(claimed)}"));
        return ((await _marking.StartAsync(claimed, station)).Expect(200), frames);
    }

    /// <summary>One command on a connection of its own, and the machine's number; null where the line broke.</summary>
    private static async Task<string?> TellAsync(Simulator machine, List<string> frames, string command)
    {
        using var line = new TcpClient();
        var address = new Uri(machine.Address);
        await line.ConnectAsync(IPAddress.Loopback, address.Port, Token);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + " \r\n"), Token);
        frames.Add(command + " \r\n");
        try
        {
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private JsonObject Frames(Guid station, List<string> frames) => new()
    {
        ["stationId"] = station,
        ["frames"] = new JsonArray([.. frames.Select(frame => new JsonObject
        {
            ["at"] = host.Time.GetUtcNow(),
            ["direction"] = "sent",
            ["bytes"] = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(frame)),
        })]),
    };

    private static Guid StationOf(ApiAnswer job) => job.Body!["claimedBy"]!.GetValue<Guid>();
}
