namespace FirearmsRegistry.Server.Demo;

/// <summary>One step of the load, shown as one bar.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Total">How many pieces of work it has.</param>
/// <param name="RunAsync">Does it, reporting how many pieces were finished since the last report.</param>
internal sealed record DemoStage(string Name, int Total, Func<Action<int>, CancellationToken, Task> RunAsync);
