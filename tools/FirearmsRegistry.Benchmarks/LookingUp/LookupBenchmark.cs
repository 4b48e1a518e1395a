using System.Diagnostics;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.Measuring;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.LookingUp;

/// <summary>
/// How long one client waits for the exact look-up of a mark over HTTP, access log included, against the bare query and one INSERT into
/// the access log in one transaction.
/// </summary>
internal static class LookupBenchmark
{
    private const double ToReach = 5;
    private const int Seed = 20_200_301;

    public static async Task RunAsync(int arms, int lookups, int rounds, CancellationToken token)
    {
        await using var postgres = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(postgres);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var watch = Stopwatch.StartNew();
        await ArmLoader.LoadAsync(server, database, arms, token);
        Console.WriteLine($"{arms} arms loaded in {watch.Elapsed.TotalSeconds:N0} s, through ordinary sessions with many arms each.");

        await using var ways = await LookingUpWays.PrepareAsync(server, database, token);
        var lanes = new (string Name, string Code, Func<int, Task> LookUp)[]
        {
            ("baseline: prepared query, then INSERT, one transaction", "bare", number => ways.QueryAsync(number, token)),
            ("the search's own statement in process", "statement", number => ways.SearchAsync(number, token)),
            ("figure: POST /api/v1/firearm-searches", "http", number => ways.PostAsync(number, token)),
        };
        var random = new Random(Seed);
        var perRound = Math.Max(lookups / rounds, 1);
        var p95 = lanes.Select(_ => new List<double>()).ToArray();
        var p50 = lanes.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            // Round -1 warms up. There and back again, so that no lane always follows the same one.
            foreach (var lane in round % 2 == 0 ? Enumerable.Range(0, lanes.Length) : Enumerable.Range(0, lanes.Length).Reverse())
            {
                var times = await TimesAsync(lanes[lane].LookUp, [.. Enumerable.Range(0, perRound).Select(_ => random.Next(1, arms + 1))]);
                if (round < 0)
                    continue;
                p95[lane].Add(Statistics.Quantile(times, 0.95));
                p50[lane].Add(Statistics.Quantile(times, 0.5));
            }
        }

        Report.Print("lookup", $"Exact look-up of a mark among {arms} arms, with its entry in the access log; one client.", "µs",
            [
                .. lanes.Select((lane, index) => new Measured($"{lane.Name}, p95", $"{lane.Code}P95", p95[index])),
                .. lanes.Select((lane, index) => new Measured($"{lane.Name}, p50", $"{lane.Code}P50", p50[index])),
            ],
            [.. p95[2].Zip(p95[0], (figure, baseline) => figure / baseline)], (ToReach, AtLeast: false),
            await PrivateDatabase.VersionAsync(database, token));
    }

    private static async Task<IReadOnlyCollection<double>> TimesAsync(Func<int, Task> lookUp, IReadOnlyList<int> numbers)
    {
        var times = new List<double>(numbers.Count);
        foreach (var number in numbers)
        {
            var start = Stopwatch.GetTimestamp();
            await lookUp(number);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return times;
    }
}
