using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace FirearmsRegistry.Machines.Tests;

/// <summary>
/// A clock that runs as fast as it is told. At its own pace the drivers' generous waits hold on the busiest computer; once a fault has
/// struck, nobody needs to sit them out.
/// </summary>
public sealed class RunningClock : FakeTimeProvider, IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private volatile int _speed = 1;

    public RunningClock()
    {
        _running = RunAsync();
    }

    /// <summary>Seconds of this clock in a second.</summary>
    public int Speed
    {
        get => _speed;
        set => _speed = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var watch = Stopwatch.StartNew();
        try
        {
            while (await tick.WaitForNextTickAsync(_end.Token))
            {
                var passed = watch.Elapsed;
                watch.Restart();
                Advance(passed * _speed);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
