using System.Diagnostics;

namespace FirearmsRegistry.Benchmarks.Measuring;

/// <summary>Several workers that do the same work at once.</summary>
internal static class Crowd
{
    /// <summary>How many times a second the work was done by all workers together.</summary>
    /// <param name="workers">How many.</param>
    /// <param name="duration">For how long; work that has begun is finished and counted, and the time that it takes too.</param>
    /// <param name="work">The work of one worker, by the worker's number.</param>
    /// <param name="token">Ends everything.</param>
    public static async Task<double> RateAsync(int workers, TimeSpan duration, Func<int, Task> work, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(
            async () =>
            {
                var count = 0;
                while (watch.Elapsed < duration)
                {
                    token.ThrowIfCancellationRequested();
                    await work(worker);
                    count++;
                }

                return count;
            },
            token)));
        return done.Sum() / watch.Elapsed.TotalSeconds;
    }
}
