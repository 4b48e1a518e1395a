using FirearmsRegistry.EmbeddedPostgres.Running;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

public sealed class PathTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_data_directory_too_deep_for_a_socket_and_with_unusual_characters_works()
    {
        var deep = _directory.Below(string.Join('/', Enumerable.Repeat("a rather, \"long\" name – ñ", 6)));
        await using var server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = deep, SystemDirectory = _directory.Below("system") }, cancellationToken: Token);

        Assert.Equal("1", await Rows.ScalarAsync(server.ConnectionString("postgres"), "select 1", Token));
    }

    [Fact]
    public async Task A_directory_with_other_files_is_neither_used_nor_changed()
    {
        await File.WriteAllTextAsync(_directory.Below("letter"), "", Token);
        var mode = File.GetUnixFileMode(_directory.Path);

        var asData = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = _directory.Path }, cancellationToken: Token));
        var asSocket = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = _directory.Below("data"), SocketDirectory = _directory.Path }, cancellationToken: Token));

        Assert.Equal(EmbeddedPostgresProblem.DiskFullOrUnwritable, asData.Problem);
        Assert.Equal(EmbeddedPostgresProblem.DiskFullOrUnwritable, asSocket.Problem);
        Assert.Equal(mode, File.GetUnixFileMode(_directory.Path));
    }

    [Theory]
    [InlineData(89, true)]
    [InlineData(90, false)]
    public void A_socket_path_of_at_most_103_bytes_fits(int length, bool fits) =>
        Assert.Equal(fits, SocketPlace.Fits("/" + new string('a', length - 1), 5432));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("demo\n")]
    public void A_name_that_is_no_plain_name_gives_no_data_directory(string name) =>
        Assert.Throws<ArgumentException>(() => EmbeddedPostgresPaths.DefaultDataDirectory(name));

    [Fact]
    public void Root_keeps_data_where_an_unprivileged_account_can_reach_them()
    {
        var path = EmbeddedPostgresPaths.DefaultDataDirectory("demo");

        Assert.EndsWith("firearms-registry/data/demo", path, StringComparison.Ordinal);
        Assert.Equal(Environment.IsPrivilegedProcess, path == "/var/lib/firearms-registry/data/demo");
    }

    [Fact]
    public void A_pid_file_is_ready_when_its_eighth_line_says_so()
    {
        string[] lines = ["4711", "/data", "1700000000", "5432", "/socket", "", "  123 456", "ready   "];

        Assert.Equal(new PostmasterPidFile(4711, true), PostmasterPidFile.Parse(lines));
        Assert.Equal(new PostmasterPidFile(4711, false), PostmasterPidFile.Parse([.. lines[..7], "starting"]));
        Assert.Equal(new PostmasterPidFile(4711, false), PostmasterPidFile.Parse(lines[..2]));
        Assert.Null(PostmasterPidFile.Parse(["-4711"]));
        Assert.Null(PostmasterPidFile.Parse([]));
    }

    [Theory]
    [InlineData("FATAL:  could not write lock file: No space left on device", EmbeddedPostgresProblem.DiskFullOrUnwritable)]
    [InlineData("could not bind IPv4 address \"127.0.0.1\": Address already in use", EmbeddedPostgresProblem.PortInUse)]
    [InlineData("initdb: error while loading shared libraries: libpq.so.5", EmbeddedPostgresProblem.BinariesBroken)]
    [InlineData("FATAL:  database files are incompatible with server", EmbeddedPostgresProblem.VersionMismatch)]
    [InlineData("PANIC:  something new", EmbeddedPostgresProblem.StartFailed)]
    public void What_PostgreSQL_says_becomes_a_named_problem_and_is_quoted(string output, EmbeddedPostgresProblem problem)
    {
        var exception = StartupLog.Explain(output, "/data/postgresql.log");

        Assert.Equal(problem, exception.Problem);
        Assert.Contains(output, exception.Message, StringComparison.Ordinal);
    }
}
