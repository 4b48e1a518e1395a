using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.LookingUp;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Paging;

/// <summary>What goes on while pages are measured: other programs that search over REST, and the baseline.</summary>
internal static class BesidePages
{
    private const double SearchesPerSecond = 38;
    private const double BareLookUpsPerSecond = 4;
    private const int Seed = 20_261_127;

    /// <summary>Searches over REST at a steady pace until it is ended.</summary>
    public static async Task<(int Count, double Seconds, IReadOnlyCollection<double> Times)> SearchAsync(RegistryServer server, int arms, CancellationToken ended)
    {
        using var client = await server.SignedInClientAsync(CancellationToken.None);
        var (random, running, times) = (new Random(Seed), new List<Task>(), new ConcurrentBag<double>());
        var watch = Stopwatch.StartNew();
        await EachAsync(SearchesPerSecond, () => running.Add(PostAsync(client, SampleArms.Serial(random.Next(1, arms)), times)), ended);
        var seconds = watch.Elapsed.TotalSeconds;
        await Task.WhenAll(running);
        return (times.Count, seconds, times);
    }

    /// <summary>The bare query of the serial and one row of the access log in one transaction, seldom enough to cost the pages nothing.</summary>
    public static async Task<IReadOnlyCollection<double>> LookUpBareAsync(RegistryServer server, NpgsqlDataSource database, int arms, CancellationToken ended)
    {
        await using var ways = await LookingUpWays.PrepareAsync(server, database, CancellationToken.None);
        var (random, last, times) = (new Random(Seed), Task.CompletedTask, new ConcurrentBag<double>());
        await EachAsync(BareLookUpsPerSecond, () => last = AfterAsync(last, random.Next(1, arms)), ended);
        await last;
        return times;

        async Task AfterAsync(Task before, int number)
        {
            // One connection: one at a time.
            await before;
            var began = Stopwatch.GetTimestamp();
            await ways.QueryAsync(number, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private static async Task EachAsync(double perSecond, Action act, CancellationToken ended)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await pace.WaitForNextTickAsync(ended))
                act();
        }
        catch (OperationCanceledException)
        {
            // The pages have asked all their questions.
        }
    }

    private static async Task PostAsync(HttpClient client, string serial, ConcurrentBag<double> times)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/firearm-searches");
        request.Headers.Add("Query-Reason", "registration; case=\"BENCH-2\"");
        request.Content = new StringContent($$"""{"mark":"{{serial}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
