namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>Looks at the working set of this process, server and client together, twenty times a second.</summary>
internal sealed class MemoryWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _looking;
    private long _greatest;

    private MemoryWatch() => _looking = LookAsync();

    /// <summary>The greatest seen, in millions of bytes.</summary>
    public double GreatestMegabytes => Math.Max(Interlocked.Read(ref _greatest), Environment.WorkingSet) / 1e6;

    public static MemoryWatch Start() => new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _looking;
        _end.Dispose();
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
                Interlocked.Exchange(ref _greatest, Math.Max(Interlocked.Read(ref _greatest), Environment.WorkingSet));
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
