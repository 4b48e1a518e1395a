using FirearmsRegistry.EmbeddedPostgres.Installing;
using FirearmsRegistry.EmbeddedPostgres.Running;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.EmbeddedPostgres.Tests;

/// <summary>Root needs an unprivileged account for PostgreSQL; a user runs it as himself.</summary>
public sealed class AccountTests : IDisposable
{
    private const string NeedsRoot = "only root can act as another account";
    private readonly TemporaryDirectory _directory = new();

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact(Skip = NeedsRoot, SkipUnless = nameof(IsRoot))]
    public async Task Root_starts_programs_from_a_clone_below_a_private_directory_as_an_unprivileged_account()
    {
        var package = CopyPackage(_directory.PrivateBelow("clone"));
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = _directory.Below("data"),
            BinariesDirectory = package,
            SystemDirectory = _directory.Below("system"),
            Account = "nobody",
        };
        await using (var server = await EmbeddedPostgresServer.StartAsync(options, cancellationToken: Token))
        {
            Assert.Equal("nobody", OwnerOf($"/proc/{server.ProcessId}"));
            Assert.Equal("nobody", OwnerOf(_directory.Below("system/18.4.0-beta.17/native/bin/postgres")));
        }

        // Another account may be preferred by now (an installed package brought one); the data keep theirs.
        await using var again = await EmbeddedPostgresServer.StartAsync(options with { Account = null }, cancellationToken: Token);
        Assert.Equal("nobody", OwnerOf($"/proc/{again.ProcessId}"));
    }

    [Fact(Skip = NeedsRoot, SkipUnless = nameof(IsRoot))]
    public async Task Root_is_told_when_the_account_cannot_reach_the_data_directory()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_directory.PrivateBelow("closed"), "data") };

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgresServer.StartAsync(options, cancellationToken: Token));

        Assert.Equal(EmbeddedPostgresProblem.DiskFullOrUnwritable, exception.Problem);
        Assert.Contains(_directory.Below("closed"), exception.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsRoot, SkipUnless = nameof(IsRoot))]
    public async Task Two_hosts_that_install_at_once_leave_one_whole_copy()
    {
        var package = PostgresPackage.Find(null);
        var account = PostgresAccount.Choose("nobody", _directory.Below("none"))!;
        var system = _directory.Below("system");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PostgresBinaries.Prepare(package, account, system), Token)));

        Assert.Equal([package.Version], Directory.EnumerateDirectories(system).Select(Path.GetFileName));
        Assert.True(File.Exists(Path.Combine(system, package.Version, "native/lib/libpq.so.5")));
    }

    [Fact(Skip = NeedsRoot, SkipUnless = nameof(IsRoot))]
    public void A_damaged_copy_is_replaced()
    {
        var package = PostgresPackage.Find(null);
        var account = PostgresAccount.Choose("nobody", _directory.Below("none"))!;
        var system = _directory.Below("system");
        var program = PostgresBinaries.Prepare(package, account, system).Postgres;
        var whole = new FileInfo(program).Length;
        File.WriteAllText(program, "");

        PostgresBinaries.Prepare(package, account, system);

        Assert.Equal(whole, new FileInfo(program).Length);
        Assert.Single(Directory.EnumerateDirectories(system));
    }

    [Fact(Skip = NeedsRoot, SkipUnless = nameof(IsRoot))]
    public async Task A_user_without_privileges_runs_it_as_himself_from_the_package_itself()
    {
        var account = PostgresAccount.Choose("nobody", _directory.Below("none"))!;
        var package = CopyPackage(_directory.Path);
        TemporaryDirectory.CopyTree(AppContext.BaseDirectory, _directory.Below("program"));
        var home = Directory.CreateDirectory(_directory.Below("home")).FullName;
        foreach (var path in Directory.EnumerateFileSystemEntries(package, "*", SearchOption.AllDirectories).Append(package).Append(home))
            Posix.GiveTo(path, account);
        string[] asNobody = ["setpriv", $"--reuid={account.UserId}", $"--regid={account.GroupId}", "--clear-groups"];
        var program = Path.Combine(_directory.Below("program"), Path.GetFileName(typeof(AccountTests).Assembly.Location));

        foreach (var _ in (int[])[1, 2])
        {
            await using var host = await ChildHost.StartAsync(asNobody, program, Path.Combine(home, "data"), package);
            Assert.Equal("nobody", OwnerOf($"/proc/{host.PostgresId}"));
            Assert.Equal("18.4", await Rows.ScalarAsync(host.ConnectionString, "show server_version", Token));
            Assert.Equal(0, await host.EndAsync());
        }

        var closed = _directory.PrivateBelow("closed");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChildHost.StartAsync(asNobody, program, Path.Combine(closed, "data"), package));
        Assert.StartsWith("DiskFullOrUnwritable", refusal.Message, StringComparison.Ordinal);
    }

    private static string CopyPackage(string directory)
    {
        var target = Path.Combine(directory, "package");
        TemporaryDirectory.CopyTree(PostgresPackage.Find(null).Directory, target);
        return target;
    }

    private static string OwnerOf(string path)
    {
        var (userId, _) = Posix.OwnerOf(path);
        return ServiceAccount.Read(File.ReadLines("/etc/passwd")).First(account => account.UserId == userId).Name;
    }
}
