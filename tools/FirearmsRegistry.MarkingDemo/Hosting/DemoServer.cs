using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FirearmsRegistry.MarkingDemo.Hosting;

/// <summary>The registry's server on a free port of this machine, with a private PostgreSQL of its own that is removed at the end.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly ChildProgram _program;
    private readonly string _directory;
    private readonly Task _reading;

    private DemoServer(ChildProgram program, int port, string directory, IReadOnlyDictionary<string, string> tokens)
    {
        (_program, Port, _directory, Tokens) = (program, port, directory, tokens);
        _reading = DrainAsync();
    }

    public int Port { get; }

    public Uri Address => AddressOf(Port);

    /// <summary>An access token by role, <c>REGISTRAR</c> and so on.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; }

    public static async Task<DemoServer> StartAsync(CancellationToken token)
    {
        var port = FreePort();
        var directory = Path.Combine(Path.GetTempPath(), $"firearms-registry-marking-{Guid.CreateVersion7():n}");
        var tokens = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(directory)}.env");
        var address = AddressOf(port).ToString();
        var program = ChildProgram.Start("FirearmsRegistry.Server.dll",
        [
            "--demo", $"--urls={address}", $"--Authentication:Issuer={address}", $"--Registry:DataDirectory={directory}", $"--Registry:DemoTokens={tokens}",
            "--Registry:DemoCases=false", "--Logging:LogLevel:Default=Warning",
        ]);
        while (await program.ReadLineAsync(token) is { } line)
        {
            if (!line.StartsWith("Ready", StringComparison.Ordinal))
                continue;
            var read = (await File.ReadAllLinesAsync(tokens, token)).Select(each => each.Split("_TOKEN=", 2)).ToDictionary(each => each[0], each => each[1]);
            File.Delete(tokens);
            return new DemoServer(program, port, directory, read);
        }

        throw new InvalidOperationException($"The server did not start: {await program.ErrorsAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _reading;
        if (Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    private async Task DrainAsync()
    {
        while (await _program.ReadLineAsync(CancellationToken.None) is not null)
        {
        }
    }

    private static Uri AddressOf(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
