using FirearmsRegistry.Machines.Choosing;
using FirearmsRegistry.Machines.Driving;
using FirearmsRegistry.Machines.Frames;
using FirearmsRegistry.MachineSimulator.Simulating;

namespace FirearmsRegistry.Machines.Tests;

/// <summary>A simulated machine and a driver that speaks to it over a real socket or pseudo-terminal.</summary>
public sealed class Bench : IAsyncDisposable
{
    private const int AnswerMs = 30_000;

    // An answer is then waited for 0.3 s, and 1.5 s where a machine is asked again and shall answer in time.
    private const int Hurried = 100;
    private const int HurriedButFair = 20;
    private readonly FrameList _log = new();
    private readonly RunningClock? _running;

    private Bench(MachineKind kind, TimeProvider clock)
    {
        Kind = kind;
        _running = clock as RunningClock;
        Simulator = Simulator.Start(kind.Simulated);
        var options = new Dictionary<string, string>(kind.Options)
        {
            ["answer-timeout-ms"] = $"{AnswerMs}",
            ["marking-timeout-ms"] = $"{2 * AnswerMs}",
        };
        Driver = MachineDrivers.Create(new MachineSettings { Driver = kind.Driver, Address = Simulator.Address, Options = options }, clock, _log);
    }

    public MachineKind Kind { get; }

    public Simulator Simulator { get; }

    public IMachineDriver Driver { get; }

    public IReadOnlyList<RawFrame> Frames => _log.Frames;

    public MarkingOrder Order => Kind.Order;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>For tests in which something is waited for that never comes: they can hurry.</summary>
    public static Task<Bench> ImpatientAsync(MachineKind kind) => ConnectedAsync(kind, new RunningClock());

    public static async Task<Bench> ConnectedAsync(MachineKind kind, TimeProvider? clock = null)
    {
        var bench = Disconnected(kind, clock);
        await bench.Driver.ConnectAsync(Token);
        return bench;
    }

    public static Bench Disconnected(MachineKind kind, TimeProvider? clock = null) => new(kind, clock ?? TimeProvider.System);

    public Task<PreparedMark> PrepareAsync() => Driver.PrepareAsync(Order, Token);

    public async Task<MarkOutcome> MarkAsync() => await Driver.StartAsync(await PrepareAsync(), Token);

    /// <summary>The result of work in which a fault strikes: when it has, time runs fast until the work ends.</summary>
    /// <param name="work">What the driver does.</param>
    /// <param name="hasStruck">Tells by the simulator.</param>
    /// <param name="recovers">Whether the machine is asked again after the fault, and answers.</param>
    public async Task<T> HurryOnceAsync<T>(Task<T> work, Predicate<Simulator> hasStruck, bool recovers = false)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await Task.WhenAny(work, Simulator.WaitUntilAsync(hasStruck, waiting.Token));
        await waiting.CancelAsync();
        _running!.Speed = recovers ? HurriedButFair : Hurried;
        try
        {
            return await work;
        }
        finally
        {
            _running.Speed = 1;
        }
    }

    /// <summary>How many starts left this side, by the raw frames.</summary>
    public int StartsSent() => Frames.Count(frame => frame.Direction == FrameDirection.Sent && frame.Bytes.AsSpan().IndexOf(Kind.Start) >= 0);

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        await Simulator.DisposeAsync();
        if (_running is not null)
            await _running.DisposeAsync();
    }
}
