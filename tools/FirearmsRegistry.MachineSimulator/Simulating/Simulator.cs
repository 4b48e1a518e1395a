using System.Net;
using System.Net.Sockets;
using FirearmsRegistry.MachineSimulator.Faults;
using FirearmsRegistry.MachineSimulator.Lines;
using FirearmsRegistry.MachineSimulator.Protocols;

namespace FirearmsRegistry.MachineSimulator.Simulating;

/// <summary>A marking machine without metal: speaks its protocol on loopback or on a pseudo-terminal, remembers what it cut, fails on demand.</summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly SimulatedMachine _machine;
    private readonly Random _random;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly List<Socket> _connections = [];
    private readonly Socket? _listener;
    private readonly PseudoTerminal? _terminal;
    private readonly Task _running;

    private Simulator(SimulatorOptions options)
    {
        _options = options;
        _machine = new SimulatedMachine(options);
        _random = new Random(options.Seed);
        if (options.OnSerialLine)
        {
            _terminal = new PseudoTerminal();
            Address = $"serial:{_terminal.Device}";
            _running = TalkAsync(_terminal.Stream, canHangUp: false);
        }
        else
        {
            _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, options.Port));
            _listener.Listen();
            Address = $"tcp://{_listener.LocalEndPoint}";
            _running = AcceptAsync(_listener);
        }
    }

    /// <summary>Where the machine is, as machine settings have it: <c>tcp://127.0.0.1:port</c> or <c>serial:/dev/pts/n</c>.</summary>
    public string Address { get; }

    /// <summary>Commands taken, starts among them.</summary>
    public int Commands => _machine.Commands;

    /// <summary>Answers that <see cref="FaultKind.LateAnswer"/> held back and that are on the line by now.</summary>
    public int LateAnswers => _machine.LateAnswers;

    /// <summary>Starts that the machine obeyed.</summary>
    public int Starts => _machine.Starts;

    /// <summary>What is on the metal by now.</summary>
    public IReadOnlyList<CutMark> Cuts => _machine.Cuts;

    /// <summary>Starts the machine.</summary>
    public static Simulator Start(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Simulator(options);
    }

    /// <summary>Lets something go wrong at the next occasion; takes the place of a fault that did not happen yet.</summary>
    public void Arm(MachineFault fault) => _machine.Arm(fault);

    /// <summary>Lets all go well again.</summary>
    public void Disarm() => _machine.Arm(null);

    /// <summary>Ends a mark that <see cref="FaultKind.SlowMarking"/> draws out.</summary>
    public void FinishMarking() => _machine.FinishMarking();

    /// <summary>Sends what <see cref="FaultKind.LateAnswer"/> held back.</summary>
    public void ReleaseLateAnswers() => _machine.ReleaseLateAnswers();

    /// <summary>Cuts the power: connections close, what was loaded is gone, a mark that was under way stays half done.</summary>
    public void PowerOff()
    {
        HangUp();
        _machine.PowerOff();
    }

    /// <summary>Closes all TCP connections, as a network does that breaks; the machine goes on.</summary>
    public void HangUp()
    {
        lock (_lock)
        {
            foreach (var connection in _connections)
                connection.Dispose();
            _connections.Clear();
        }
    }

    /// <summary>Waits until something is so, looking at every change.</summary>
    public async Task WaitUntilAsync(Predicate<Simulator> isSo, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        while (true)
        {
            var changed = _machine.Changed;
            if (isSo(this))
                return;
            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Switches the machine off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener?.Dispose();
        HangUp();
        _terminal?.Dispose();
        await _running;
        _ending.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var connection = await listener.AcceptAsync(_ending.Token);
                connection.NoDelay = true;
                lock (_lock)
                    _connections.Add(connection);
                sessions.Add(TalkAsync(new NetworkStream(connection, ownsSocket: true), canHangUp: true));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task TalkAsync(Stream stream, bool canHangUp)
    {
        await using (stream)
        {
            using var session = new SimulatedSession(stream, Protocol(), _machine, _random, canHangUp);
            await session.RunAsync(_ending.Token);
        }
    }

    private ISimulatedProtocol Protocol() => _options.Protocol switch
    {
        SimulatedProtocol.Tl07 => new TechniforProtocol(_machine, uc500: false),
        SimulatedProtocol.Uc500 => new TechniforProtocol(_machine, uc500: true),
        SimulatedProtocol.PanasonicLp => new PanasonicProtocol(_machine, _options.Checksum),
        SimulatedProtocol.TelesisExtended => new TelesisProtocol(_machine, _options.Checksum),
        SimulatedProtocol.EzcadBridge => new EzCadProtocol(_machine),
    };
}
