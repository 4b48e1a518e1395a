using System.Diagnostics;
using System.Globalization;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

/// <summary>
/// A host in a process of its own: it starts PostgreSQL, prints its process id and connection string, and runs until its input closes,
/// or until it is killed.
/// </summary>
internal sealed class ChildHost : IAsyncDisposable
{
    public const string Verb = "child-host";
    private const string ExitNow = "exit now";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ChildHost(Process process, int postgresId, string connectionString)
    {
        _process = process;
        PostgresId = postgresId;
        ConnectionString = connectionString;
    }

    public int PostgresId { get; }

    public string ConnectionString { get; }

    public static async Task<int> RunAsync(string dataDirectory, string binariesDirectory)
    {
        try
        {
            await using var server = await EmbeddedPostgresServer.StartAsync(
                new EmbeddedPostgresOptions { DataDirectory = dataDirectory, BinariesDirectory = binariesDirectory });
            Console.WriteLine(server.ProcessId);
            Console.WriteLine(server.ConnectionString("postgres"));
            if (await Console.In.ReadToEndAsync() == ExitNow)
                Environment.Exit(0);
            return 0;
        }
        catch (EmbeddedPostgresException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Problem}: {exception.Message}");
            return 1;
        }
    }

    /// <param name="wrapper">A command that the program is started with, such as <c>setpriv</c> and its options.</param>
    /// <param name="program">This test program, or a copy that the other user can read.</param>
    /// <param name="dataDirectory">Where PostgreSQL keeps its data.</param>
    /// <param name="binariesDirectory">The installed package.</param>
    public static async Task<ChildHost> StartAsync(string[] wrapper, string program, string dataDirectory, string binariesDirectory)
    {
        string[] command = [.. wrapper, Environment.ProcessPath!, program, Verb, dataDirectory, binariesDirectory];
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) != "dotnet")
            command = [.. wrapper, Path.ChangeExtension(program, null), Verb, dataDirectory, binariesDirectory];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var id = await process.StandardOutput.ReadLineAsync(patience.Token);
        var connectionString = await process.StandardOutput.ReadLineAsync(patience.Token);
        if (connectionString is null)
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(patience.Token));
        return new ChildHost(process, int.Parse(id!, CultureInfo.InvariantCulture), connectionString);
    }

    /// <summary>Kills the host only (kill -9); PostgreSQL is left alone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Lets the host's process end without stopping its server first.</summary>
    public async Task<int> ExitAbruptlyAsync()
    {
        await _process.StandardInput.WriteAsync(ExitNow);
        return await EndAsync();
    }

    /// <summary>Lets the host end as it should.</summary>
    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await EndAsync();
        _process.Dispose();
    }
}
