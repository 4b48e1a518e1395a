using System.Net;
using System.Net.Sockets;
using FirearmsRegistry.EmbeddedPostgres.Installing;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EmbeddedPostgresOptions Options => new() { DataDirectory = _directory.Below("data") };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_second_start_on_one_directory_is_refused_and_the_first_goes_on()
    {
        await using var first = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);

        await RefusedAsync(Options, EmbeddedPostgresProblem.DirectoryInUse);

        Assert.Equal("1", await Rows.ScalarAsync(first.ConnectionString("postgres"), "select 1", Token));
    }

    [Fact]
    public async Task Of_two_hosts_that_start_at_once_one_is_refused()
    {
        var starts = Enumerable.Range(0, 2).Select(_ => EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token)).ToArray();
        await Task.WhenAll(starts).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

        var refused = Assert.Single(starts, start => start.IsFaulted);
        Assert.Equal(
            EmbeddedPostgresProblem.DirectoryInUse, Assert.IsType<EmbeddedPostgresException>(refused.Exception!.InnerException).Problem);
        await (await Assert.Single(starts, start => start.IsCompletedSuccessfully)).DisposeAsync();
    }

    [Fact]
    public async Task A_PostgreSQL_that_somebody_else_started_on_the_directory_is_left_alone()
    {
        await using var host = await ChildHost.StartAsync(
            [], typeof(ChildHost).Assembly.Location, Options.DataDirectory, PostgresPackage.Find(null).Directory);
        await File.WriteAllTextAsync(_directory.Below("data/started.program"), "/another/postgres", Token);
        await host.KillAsync();

        await RefusedAsync(Options, EmbeddedPostgresProblem.DirectoryInUse);

        Assert.Equal("1", await Rows.ScalarAsync(host.ConnectionString, "select 1", Token));
        Processes.Posix.Signal(host.PostgresId, Processes.Posix.SigInt);
        await Polling.UntilAsync(() => Running.RunningPostgres.Find(host.PostgresId, _directory.Below("data/cluster")) is null, Token);
    }

    [Fact]
    public async Task A_port_of_another_process_is_refused_and_a_free_one_serves_loopback_only()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await RefusedAsync(Options with { TcpPort = port }, EmbeddedPostgresProblem.PortInUse);

        listener.Stop();
        await using var server = await EmbeddedPostgresServer.StartAsync(Options with { TcpPort = port }, cancellationToken: Token);
        Assert.Equal("127.0.0.1", await Rows.ScalarAsync(server.ConnectionString("postgres"), "show listen_addresses", Token));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Token);
    }

    [Fact]
    public async Task A_missing_package_is_named()
    {
        var exception = await RefusedAsync(
            Options with { BinariesDirectory = _directory.Below("nowhere") }, EmbeddedPostgresProblem.PackageMissing);

        Assert.Contains(_directory.Below("nowhere"), exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Options.DataDirectory));
    }

    [Fact]
    public async Task A_package_without_its_programs_is_broken()
    {
        var package = _directory.Below("package");
        Directory.CreateDirectory(Path.Combine(package, "native"));
        await File.WriteAllTextAsync(Path.Combine(package, "package.json"), """{"version":"18.4.0-beta.17"}""", Token);
        await File.WriteAllTextAsync(Path.Combine(package, "native/pg-symlinks.json"), "[]", Token);

        await RefusedAsync(
            Options with { BinariesDirectory = package, SystemDirectory = _directory.Below("system") }, EmbeddedPostgresProblem.BinariesBroken);
    }

    [Fact]
    public async Task A_package_that_links_outside_itself_is_broken()
    {
        var package = _directory.Below("package");
        Directory.CreateDirectory(Path.Combine(package, "native"));
        await File.WriteAllTextAsync(Path.Combine(package, "package.json"), """{"version":"18.4.0-beta.17"}""", Token);
        await File.WriteAllTextAsync(
            Path.Combine(package, "native/pg-symlinks.json"), """[{"source":"native/lib/a","target":"../outside"}]""", Token);

        await RefusedAsync(
            Options with { BinariesDirectory = package, SystemDirectory = _directory.Below("system") }, EmbeddedPostgresProblem.BinariesBroken);
        Assert.False(Path.Exists(_directory.Below("outside")));
    }

    [Fact]
    public async Task Below_a_file_no_data_directory_can_be_made()
    {
        await File.WriteAllTextAsync(_directory.Below("file"), "", Token);

        await RefusedAsync(Options with { DataDirectory = _directory.Below("file/data") }, EmbeddedPostgresProblem.DiskFullOrUnwritable);
    }

    [Fact]
    public async Task Data_of_another_major_version_are_refused_untouched()
    {
        await using (await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token))
        {
        }

        var version = _directory.Below("data/cluster/PG_VERSION");
        await File.WriteAllTextAsync(version, "17\n", Token);

        await RefusedAsync(Options, EmbeddedPostgresProblem.VersionMismatch);
        Assert.Equal("17\n", await File.ReadAllTextAsync(version, Token));
    }

    [Fact]
    public async Task A_database_without_its_password_file_is_damaged()
    {
        await using (await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token))
        {
        }

        File.Delete(_directory.Below("data/superuser.password"));

        await RefusedAsync(Options, EmbeddedPostgresProblem.DataDamaged);
    }

    [Fact]
    public async Task A_start_that_takes_too_long_leaves_no_process_behind()
    {
        await RefusedAsync(Options with { StartTimeout = TimeSpan.Zero }, EmbeddedPostgresProblem.StartTimeout);

        await using var server = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
        Assert.NotNull(server.ProcessId);
    }

    private static async Task<EmbeddedPostgresException> RefusedAsync(EmbeddedPostgresOptions options, EmbeddedPostgresProblem problem)
    {
        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgresServer.StartAsync(options, cancellationToken: Token));
        Assert.True(problem == exception.Problem, $"{exception.Problem}: {exception.Message}");
        return exception;
    }
}
