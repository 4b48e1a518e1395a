using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Hosting;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Marking;

/// <summary>
/// Jobs from the order to the verified mark, a second: through the station's program with its signed log, the machine's protocol, a picture that is drawn
/// and read, and the merge; against the four REST calls of a job alone.
/// </summary>
internal static class MarkingBenchmark
{
    private const double ToReach = 10;
    private const int LeastOfBaseline = 50;

    public static async Task<int> RunAsync(int jobs, CancellationToken token)
    {
        await using var database = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(database);
        using var registrar = await server.SignedInClientAsync(token);
        using var administrator = await server.SignedInClientAsync(token, "administrator");
        using var marking = await server.SignedInClientAsync(token, "marking_operator");
        var orders = new MarkingOrders(registrar, administrator, marking);

        var station = await orders.StationAsync(token);
        await using var workshop = new BenchmarkStation(server, station, await server.TokenAsync("marking_operator", token));
        await orders.EnrolAsync(station, workshop.StationKey, workshop.Person, workshop.OperatorKey, token);
        var bareStation = await orders.StationAsync(token);
        var bare = await orders.OrderAsync(bareStation, "B", Math.Max(LeastOfBaseline, jobs / 5), token);
        var ordered = await orders.OrderAsync(station, "A", jobs, token);

        var watch = Stopwatch.StartNew();
        foreach (var job in bare)
            await orders.MarkAsync(job, bareStation, token);
        var bareRate = bare.Count / watch.Elapsed.TotalSeconds;
        watch.Restart();
        await workshop.WorkAsync(token);
        var rate = jobs / watch.Elapsed.TotalSeconds;

        var verified = 0;
        foreach (var job in ordered)
            verified += (await orders.GetAsync(job, token))["state"]!.GetValue<string>() == "verified" ? 1 : 0;
        var cuts = workshop.CutTexts;
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        Print(jobs, bareRate, rate, verified, cuts.Count - cuts.Distinct().Count(), await PrivateDatabase.VersionAsync(source, token));
        return 0;
    }

    private static void Print(int jobs, double bareRate, double rate, int verified, int duplicates, string postgres)
    {
        var reached = rate >= ToReach && verified == jobs && duplicates == 0;
        Console.WriteLine();
        Console.WriteLine("Marking jobs from the claim to the verified mark, one station");
        Console.WriteLine(Text($"{Environment.ProcessorCount} cores, PostgreSQL {postgres}, durable (fsync on)"));
        Console.WriteLine();
        Console.WriteLine(Text($"  {"four REST calls a job, nothing marked and nothing read",-70} {bareRate,10:N1} jobs/s"));
        Console.WriteLine(Text($"  {"station, machine, camera, read-back, signed log, merge",-70} {rate,10:N1} jobs/s (to reach: ≥ {ToReach}; {(reached ? "reached" : "missed")})"));
        Console.WriteLine(Text($"  {"ratio",-70} {rate / bareRate,10:N2}"));
        Console.WriteLine(Text($"  {jobs} jobs, {verified} verified, {jobs - verified} lost, {duplicates} marked twice"));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "marking",
            ["jobs"] = jobs,
            ["jobsPerSecond"] = Math.Round(rate, 2),
            ["bareJobsPerSecond"] = Math.Round(bareRate, 2),
            ["ratio"] = Math.Round(rate / bareRate, 3),
            ["verified"] = verified,
            ["markedTwice"] = duplicates,
            ["toReach"] = ToReach,
            ["reached"] = reached,
            ["cores"] = Environment.ProcessorCount,
            ["postgres"] = postgres,
        }));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
