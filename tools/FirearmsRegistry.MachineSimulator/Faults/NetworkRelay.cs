using System.Net;
using System.Net.Sockets;

namespace FirearmsRegistry.MachineSimulator.Faults;

/// <summary>A network between a station and the server: a port that leads to the server's, and can be cut at any byte.</summary>
public sealed class NetworkRelay : IAsyncDisposable
{
    private readonly int _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _lines = [];
    private readonly Task _running;
    private bool _isCut;
    private volatile bool _losesAnswers;

    /// <summary>Begins to listen.</summary>
    /// <param name="server">The server's port on 127.0.0.1.</param>
    public NetworkRelay(int server)
    {
        _server = server;
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Where the station finds the server.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Cuts every line, and refuses new ones.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            foreach (var line in _lines)
                line.Dispose();
            _lines.Clear();
        }
    }

    /// <summary>Carries what goes to the server, and ends the line where the server answers.</summary>
    public void LoseAnswers() => _losesAnswers = true;

    /// <summary>The network is there again.</summary>
    public void Mend()
    {
        lock (_lock)
            _isCut = false;
        _losesAnswers = false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Cut();
        await _ending.CancelAsync();
        _listener.Dispose();
        await _running;
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        var lines = new List<Task>();
        try
        {
            while (true)
                lines.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient station)
    {
        using var server = new TcpClient { NoDelay = true };
        using (station)
        {
            lock (_lock)
            {
                if (_isCut)
                    return;
                _lines.AddRange([station, server]);
            }

            try
            {
                station.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _server, _ending.Token);
                await Task.WhenAny(
                    station.GetStream().CopyToAsync(server.GetStream(), _ending.Token), CarryAnswersAsync(server.GetStream(), station.GetStream()));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // Cut.
            }
        }
    }

    private async Task CarryAnswersAsync(NetworkStream server, NetworkStream station)
    {
        var bytes = new byte[16 * 1024];
        while (await server.ReadAsync(bytes, _ending.Token) is var count and > 0 && !_losesAnswers)
            await station.WriteAsync(bytes.AsMemory(0, count), _ending.Token);
    }
}
