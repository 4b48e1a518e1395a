using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.Machines.Tests;

/// <summary>A simulated machine and a driver that speaks to it over a real socket or pseudo-terminal.</summary>
public sealed class Bench : IAsyncDisposable
{
    private const int ShortAnswer = 250;
    private readonly FrameList _log = new();

    private Bench(MachineKind kind, TimeProvider clock, int answerMs)
    {
        Kind = kind;
        Simulator = Simulator.Start(kind.Simulated);
        var options = new Dictionary<string, string>(kind.Options)
        {
            ["answer-timeout-ms"] = $"{answerMs}",
            ["marking-timeout-ms"] = $"{2 * answerMs}",
        };
        Driver = MachineDrivers.Create(new MachineSettings { Driver = kind.Driver, Address = Simulator.Address, Options = options }, clock, _log);
    }

    public MachineKind Kind { get; }

    public Simulator Simulator { get; }

    public IMachineDriver Driver { get; }

    public IReadOnlyList<RawFrame> Frames => _log.Frames;

    public MarkingOrder Order => Kind.Order;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>For tests in which something is waited for that never comes: the waits are short.</summary>
    public static Task<Bench> ImpatientAsync(MachineKind kind) => ConnectedAsync(kind, TimeProvider.System, ShortAnswer);

    public static Task<Bench> ConnectedAsync(MachineKind kind, TimeProvider? clock = null) => ConnectedAsync(kind, clock ?? TimeProvider.System, 30_000);

    public static Bench Disconnected(MachineKind kind) => new(kind, TimeProvider.System, ShortAnswer);

    public Task<PreparedMark> PrepareAsync() => Driver.PrepareAsync(Order, Token);

    public async Task<MarkOutcome> MarkAsync() => await Driver.StartAsync(await PrepareAsync(), Token);

    /// <summary>How many starts left this side, by the raw frames.</summary>
    public int StartsSent() => Frames.Count(frame => frame.Direction == FrameDirection.Sent && frame.Bytes.AsSpan().IndexOf(Kind.Start) >= 0);

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private static async Task<Bench> ConnectedAsync(MachineKind kind, TimeProvider clock, int answerMs)
    {
        var bench = new Bench(kind, clock, answerMs);
        await bench.Driver.ConnectAsync(Token);
        return bench;
    }
}
