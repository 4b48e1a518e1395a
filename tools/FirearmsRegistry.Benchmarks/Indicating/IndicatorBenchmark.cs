using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.Measuring;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>
/// How long all tables and variants of one year take among the items of ten, against the bare aggregate over the same rows; how long the
/// figures of a year lag behind a late trace; and how much memory the process has meanwhile.
/// </summary>
internal static class IndicatorBenchmark
{
    private const int Seed = 20_201_642;
    private const int Year = 2016;
    private const double RatioToReach = 2;
    private const double MillisecondsToReach = 100;
    private const double MegabytesToReach = 700;

    public static async Task RunAsync(int items, int rounds, bool explain, CancellationToken token)
    {
        await using var postgres = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(postgres);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var watch = Stopwatch.StartNew();
        var rows = await ItemLoader.LoadAsync(database, new GeneratedItems(items, Seed).All(), token);
        Console.WriteLine(Text($"{items} items of {GeneratedItems.Years} years, seed {Seed}, in {rows} rows of item_fact with former versions; by COPY, without events, in {watch.Elapsed.TotalSeconds:N0} s."));

        using var client = await server.SignedInClientAsync(token, "statistician");
        await using var memory = MemoryWatch.Start();
        var traces = new LateTraces(server, Year);
        watch.Restart();
        await traces.BeginAsync(token);
        Console.WriteLine(Text($"All {GeneratedItems.Years} years computed and stored in {watch.Elapsed.TotalSeconds:N1} s."));
        var ways = new YearWays(server, database, client, Year);
        if (explain)
            await ExplainAsync(database, token);

        var lanes = new (string Name, string Code, Func<Task<long>> Read)[]
        {
            ("baseline: bare aggregate, tables and inputs", "bare", () => ways.BareAsync(token)),
            ("figure: all tables and variants, the server's code", "server", () => ways.ServerAsync(token)),
            ("the same over HTTP, four requests", "http", () => ways.HttpAsync(token)),
            ("bare aggregate, inputs alone", "bareInputs", () => ways.BareInputsAsync(token)),
            ("all variants alone, the server's code", "variants", () => ways.FiguresAsync(token)),
            ("baseline: bare aggregates of every intake", "bareYear", () => ways.BareYearAsync(token)),
            ("the year's tables of every intake and the variants over HTTP", "yearTables", () => ways.YearTablesAsync(token)),
        };
        if (await ways.BareAsync(token) is var bare && await ways.ServerAsync(token) is var served && bare != served)
            throw new InvalidOperationException($"The bare aggregate counted {bare} arms, the server {served}.");
        var times = lanes.Select(_ => new List<double>()).ToArray();
        var commits = new List<double>();
        var updates = new List<double>();
        for (var round = -1; round < rounds; round++)
        {
            // Round -1 warms up. There and back again, so that no lane always follows the same one.
            foreach (var lane in round % 2 == 0 ? Enumerable.Range(0, lanes.Length) : Enumerable.Range(0, lanes.Length).Reverse())
            {
                var start = Stopwatch.GetTimestamp();
                await lanes[lane].Read();
                if (round >= 0)
                    times[lane].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            var (commit, update) = await traces.NextAsync(token);
            if (round < 0)
                continue;
            commits.Add(commit);
            updates.Add(update);
        }

        var version = await PrivateDatabase.VersionAsync(database, token);
        Report.Print("indicator", $"All tables and variants of {Year} among {items} items of {GeneratedItems.Years} years; one client.", "ms",
            [.. lanes[..^2].Select((lane, index) => new Measured(lane.Name, lane.Code, times[index]))],
            [.. times[1].Zip(times[0], (figure, baseline) => figure / baseline)], (RatioToReach, AtLeast: false), version);
        Report.Print("indicator-year-tables", $"The request for all tables of {Year}, of every intake, and the variants, among the same items; one client.", "ms",
            [.. lanes[^2..].Zip(times[^2..], (lane, measured) => new Measured(lane.Name, lane.Code, measured))],
            [.. times[^1].Zip(times[^2], (figure, baseline) => figure / baseline)], (RatioToReach, AtLeast: false), version);
        PrintOthers(commits, updates, memory.GreatestMegabytes, version);
    }

    private static void PrintOthers(List<double> commits, List<double> updates, double megabytes, string postgres)
    {
        var update = Spread.Of(updates);
        Console.WriteLine();
        Console.WriteLine(Text($"A late trace ends: {updates.Count} times, its commit {Spread.Of(commits).Median:N1} ms"));
        Console.WriteLine(Text($"  figures of its year up to date after the commit, in ms     {update.Median:N1} [{update.Least:N1} – {update.Greatest:N1}] (to reach: ≤ {MillisecondsToReach}; {Reached(update.Median <= MillisecondsToReach)})"));
        Console.WriteLine(Text($"  greatest working set of the process, in MB     {megabytes:N0} (to reach: ≤ {MegabytesToReach}; {Reached(megabytes <= MegabytesToReach)})"));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "indicator-late-trace",
            ["updateMs"] = Math.Round(update.Median, 2),
            ["updateMsGreatest"] = Math.Round(update.Greatest, 2),
            ["toReachMs"] = MillisecondsToReach,
            ["reached"] = update.Median <= MillisecondsToReach,
            ["workingSetMB"] = Math.Round(megabytes),
            ["toReachMB"] = MegabytesToReach,
            ["memoryReached"] = megabytes <= MegabytesToReach,
            ["cores"] = Environment.ProcessorCount,
            ["postgres"] = postgres,
        }));
    }

    private static async Task ExplainAsync(NpgsqlDataSource database, CancellationToken token)
    {
        foreach (var sql in (string[])[BareQueries.Arms, BareQueries.Inputs])
        {
            await using var command = database.CreateCommand("explain (analyze, buffers) " + sql);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Year });
            await using var reader = await command.ExecuteReaderAsync(token);
            while (await reader.ReadAsync(token))
                Console.WriteLine(reader.GetString(0));
        }
    }

    private static string Reached(bool reached) => reached ? "reached" : "missed";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
