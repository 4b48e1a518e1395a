namespace FirearmsRegistry.Processes.Tests;

/// <summary>Programs that end, hang, leave children behind, or want too much.</summary>
public sealed class LimitedRunTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    private readonly string _directory = Directory.CreateTempSubdirectory("limited-run-tests-").FullName;

    private string Log => Path.Combine(_directory, "log");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    public async Task A_program_that_ends_gives_its_exit_code(string script, int code) => Assert.Equal(code, await RunAsync(script));

    [Fact]
    public async Task A_program_whose_time_is_over_is_ended_with_its_children()
    {
        var code = await RunAsync($"sleep 600 & echo $! >{_directory}/child; echo $$ >{_directory}/self; wait", TimeSpan.FromSeconds(1));

        Assert.Null(code);
        Assert.False(IsRunning("child"));
        Assert.False(IsRunning("self"));
    }

    [Fact]
    public async Task Children_that_outlive_their_program_are_ended_with_it()
    {
        Assert.Equal(0, await RunAsync($"sleep 600 & echo $! >{_directory}/child; exit 0"));

        Assert.False(IsRunning("child"));
    }

    [Fact]
    public async Task A_caller_that_gives_up_ends_the_program()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        giveUp.CancelAfter(TimeSpan.FromSeconds(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LimitedRun.ToEndAsync(
            LaunchCommand.For("/bin/sh", ["-c", $"echo $$ >{_directory}/self; sleep 600"], Log, null), Long, giveUp.Token));

        Assert.False(IsRunning("self"));
    }

    [Fact]
    public async Task A_program_that_wants_more_memory_than_its_limit_fails()
    {
        const string Hungry = "dd if=/dev/zero of=/dev/null bs=300M count=1";
        Assert.Equal(0, await RunAsync(Hungry));

        Assert.NotEqual(0, await RunAsync(Hungry, limits: new ProgramLimits(100, 10, 60)));
    }

    [Fact]
    public async Task A_program_that_writes_a_larger_file_than_its_limit_fails() =>
        Assert.NotEqual(0, await RunAsync($"dd if=/dev/zero of={_directory}/large bs=1M count=20", limits: new ProgramLimits(500, 10, 60)));

    [Fact]
    public async Task A_program_sees_nothing_of_the_hosts_environment()
    {
        Environment.SetEnvironmentVariable("LIMITED_RUN_TEST_SECRET", "x");

        await RunAsync("env");

        Assert.DoesNotContain("SECRET", await File.ReadAllTextAsync(Log, Token), StringComparison.Ordinal);
    }

    private Task<int?> RunAsync(string script, TimeSpan? timeout = null, ProgramLimits? limits = null) =>
        LimitedRun.ToEndAsync(LaunchCommand.For("/bin/sh", ["-c", script], Log, null, limits), timeout ?? Long, Token);

    private bool IsRunning(string file) => ProcessState.IsRunning(File.ReadAllText(Path.Combine(_directory, file)).Trim());
}
