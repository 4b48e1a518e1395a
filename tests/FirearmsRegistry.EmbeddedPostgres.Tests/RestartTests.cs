using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

public sealed class RestartTests : IDisposable
{
    private const int EnoughRows = 50;
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private EmbeddedPostgresOptions Options => new() { DataDirectory = _directory.Below("data") };

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_restart_finds_the_rows_and_the_password_of_before()
    {
        string connectionString;
        await using (var server = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token))
        {
            Assert.True(await server.CreateDatabaseAsync("registry", Token));
            connectionString = server.ConnectionString("registry");
            await Rows.MakeTableAsync(connectionString, Token);
            await Rows.ScalarAsync(connectionString, "insert into acknowledged values (1)", Token);
            Assert.Equal("on", await Rows.ScalarAsync(connectionString, "show fsync", Token));
            Assert.Equal("", await Rows.ScalarAsync(connectionString, "show listen_addresses", Token));
        }

        Assert.False(File.Exists(_directory.Below("data/cluster/postmaster.pid")));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_directory.Below("data/superuser.password")));

        await using var again = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
        Assert.False(await again.CreateDatabaseAsync("registry", Token));
        Assert.Equal(connectionString, again.ConnectionString("registry"));
        Assert.Equal(1, await Rows.CountUpToAsync(connectionString, 1, Token));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory.Below("data/socket")));
    }

    [Fact]
    public async Task A_killed_PostgreSQL_comes_back_by_itself_with_every_acknowledged_row()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
        var connectionString = server.ConnectionString("postgres");
        await Rows.MakeTableAsync(connectionString, Token);
        var killed = server.ProcessId!.Value;

        var last = await Rows.WriteUntilBrokenAsync(
            connectionString,
            row =>
            {
                if (row == EnoughRows)
                    Posix.Signal(killed, Posix.SigKill);
            },
            Token);
        await Polling.UntilAsync(() => server.ProcessId != killed, Token);

        Assert.True(last >= EnoughRows);
        Assert.Equal(last, await Rows.CountUpToAsync(connectionString, last, Token));
        Assert.False(server.Exited.IsCompleted);
    }

    [Fact]
    public async Task A_PostgreSQL_that_dies_again_and_again_is_given_up()
    {
        await using var server = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
        var killed = 0;
        await Polling.UntilAsync(
            () =>
            {
                if (server.ProcessId is { } running && running != killed)
                    Posix.Signal(killed = running, Posix.SigKill);
                return server.Exited.IsCompleted;
            },
            Token);

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => server.Exited);
        Assert.Equal(EmbeddedPostgresProblem.StartFailed, exception.Problem);
    }

    [Fact]
    public async Task A_host_that_exits_without_stopping_its_server_still_stops_PostgreSQL_cleanly()
    {
        await using var host = await ChildHost.StartAsync(
            [], typeof(ChildHost).Assembly.Location, Options.DataDirectory, PostgresPackage.Find(null).Directory);

        Assert.Equal(0, await host.ExitAbruptlyAsync());

        Assert.Null(Running.RunningPostgres.Find(host.PostgresId, _directory.Below("data/cluster")));
        Assert.False(File.Exists(_directory.Below("data/cluster/postmaster.pid")));
    }

    [Fact]
    public async Task The_orphan_of_a_killed_host_is_stopped_and_nothing_acknowledged_is_lost()
    {
        var package = PostgresPackage.Find(null).Directory;
        var last = 0;
        int orphan;
        await using (var host = await ChildHost.StartAsync([], typeof(ChildHost).Assembly.Location, Options.DataDirectory, package))
        {
            orphan = host.PostgresId;
            await Rows.MakeTableAsync(host.ConnectionString, Token);
            var enough = new TaskCompletionSource();
            var writing = Rows.WriteUntilBrokenAsync(
                host.ConnectionString,
                row =>
                {
                    if (row == EnoughRows)
                        enough.TrySetResult();
                },
                Token);
            await enough.Task.WaitAsync(Token);
            await host.KillAsync();
            Assert.True(Posix.Exists(orphan));

            // The writer goes on through the orphan, until the next host stops it.
            await using var next = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
            last = await writing;

            Assert.NotEqual(orphan, next.ProcessId);
            Assert.True(last >= EnoughRows);
            Assert.Equal(last, await Rows.CountUpToAsync(next.ConnectionString("postgres"), last, Token));
        }

        await Polling.UntilAsync(() => Running.RunningPostgres.Find(orphan, _directory.Below("data/cluster")) is null, Token);
    }

    [Fact]
    public async Task Killing_host_and_PostgreSQL_together_loses_nothing_acknowledged()
    {
        var package = PostgresPackage.Find(null).Directory;
        await using var host = await ChildHost.StartAsync([], typeof(ChildHost).Assembly.Location, Options.DataDirectory, package);
        await Rows.MakeTableAsync(host.ConnectionString, Token);
        var killing = Task.CompletedTask;
        var last = await Rows.WriteUntilBrokenAsync(
            host.ConnectionString,
            row =>
            {
                if (row != EnoughRows)
                    return;
                killing = host.KillAsync();
                Posix.Signal(host.PostgresId, Posix.SigKill);
            },
            Token);
        await killing;
        Assert.True(File.Exists(_directory.Below("data/cluster/postmaster.pid")));

        await using var next = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);

        Assert.Equal(last, await Rows.CountUpToAsync(next.ConnectionString("postgres"), last, Token));
    }

    [Fact]
    public async Task A_stale_process_id_that_belongs_to_another_program_by_now_does_not_hinder_the_start()
    {
        await using (await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token))
        {
        }

        await File.WriteAllTextAsync(_directory.Below("data/cluster/postmaster.pid"), $"{Environment.ProcessId}\n{_directory.Below("data/cluster")}\n", Token);

        await using var server = await EmbeddedPostgresServer.StartAsync(Options, cancellationToken: Token);
        Assert.Equal("1", await Rows.ScalarAsync(server.ConnectionString("postgres"), "select 1", Token));
    }
}
