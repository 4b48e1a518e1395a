using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Benchmarks.Measuring;
using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Benchmarks.Tracing.Generating;
using FirearmsRegistry.Marks.Codes;
using Npgsql;

namespace FirearmsRegistry.Benchmarks.Tracing.Serving;

/// <summary>A damaged mark, and the number of the arm that carries it.</summary>
internal sealed record ServedCase(DamageKind Kind, int Arm, DamagedMark Mark);

/// <summary>
/// The search in the server: <c>POST /candidate-searches</c> by one client, access log included, and the baseline, a scan by ILIKE over the
/// same marks in the same PostgreSQL.
/// </summary>
internal static class ServerTracing
{
    private const double MillisecondsToReach = 100;
    private const int WarmUps = 20;
    private const int Shown = 5;

    private const string Scan = "select firearm_id from registry.firearm_mark where text_exact ilike $1 order by length(text_exact), text_exact limit 5";

    public static async Task RunAsync(
        IReadOnlyList<RegisterArm> arms, IReadOnlyList<ServedCase> cases, IReadOnlyList<ServedCase> scanned, CancellationToken token)
    {
        await using var postgres = await PrivateDatabase.StartAsync(token);
        await using var server = RegistryServer.Start(postgres);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await TracingTables.LoadAsync(database, arms, token);
        using var client = await server.SignedInClientAsync(token);
        var watch = Stopwatch.StartNew();
        await SearchAsync(client, cases[0], token);
        Console.WriteLine(Text($"Server: {arms.Count} arms read from the tables by the first search in {watch.Elapsed.TotalSeconds:N1} s."));
        foreach (var warmUp in cases.Take(WarmUps))
            await SearchAsync(client, warmUp, token);
        var searched = await TimedAsync(cases, one => SearchAsync(client, one, token));
        var ilike = await TimedAsync(scanned, one => ScanAsync(database, one, token));
        var sizes = await TracingTables.IndexSizesAsync(database, token);
        Print(searched, ilike, sizes, await PrivateDatabase.VersionAsync(database, token));
    }

    private static void Print(Timed searched, Timed ilike, IReadOnlyList<(string Name, long Bytes)> sizes, string postgres)
    {
        Console.WriteLine();
        Console.WriteLine(Text($"One client, PostgreSQL {postgres}, {Environment.ProcessorCount} cores; kinds of damage in turn, without the maker"));
        Console.WriteLine(Text($"  POST /candidate-searches   {searched.Times.Count,6} marks   recall@5 {searched.Recall,6:P1}   p50 {searched.P50,8:F1} ms   p95 {searched.P95,8:F1} ms   (to reach: p95 ≤ {MillisecondsToReach:F0} ms)"));
        Console.WriteLine(Text($"  baseline: ILIKE scan       {ilike.Times.Count,6} marks   recall@5 {ilike.Recall,6:P1}   p50 {ilike.P50,8:F1} ms   p95 {ilike.P95,8:F1} ms"));
        foreach (var (name, bytes) in sizes)
            Console.WriteLine(Text($"  index {name,-34} {bytes / 1e6,8:F1} MB"));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "tracing-server",
            ["queries"] = searched.Times.Count,
            ["recallAt5"] = Math.Round(searched.Recall, 4),
            ["p50Ms"] = Math.Round(searched.P50, 2),
            ["p95Ms"] = Math.Round(searched.P95, 2),
            ["toReachMs"] = MillisecondsToReach,
            ["reached"] = searched.P95 <= MillisecondsToReach,
            ["ilikeQueries"] = ilike.Times.Count,
            ["ilikeRecallAt5"] = Math.Round(ilike.Recall, 4),
            ["ilikeP50Ms"] = Math.Round(ilike.P50, 2),
            ["ilikeP95Ms"] = Math.Round(ilike.P95, 2),
            ["indexBytes"] = sizes.ToDictionary(size => size.Name, size => size.Bytes),
            ["cores"] = Environment.ProcessorCount,
            ["postgres"] = postgres,
        }));
    }

    private static async Task<Timed> TimedAsync(IReadOnlyList<ServedCase> cases, Func<ServedCase, Task<bool>> find)
    {
        var times = new List<double>(cases.Count);
        var found = 0;
        foreach (var one in cases)
        {
            var start = Stopwatch.GetTimestamp();
            found += await find(one) ? 1 : 0;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Timed(times, (double)found / cases.Count);
    }

    /// <summary>Whether the right arm is among the first five.</summary>
    private static async Task<bool> SearchAsync(HttpClient client, ServedCase one, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/candidate-searches");
        request.Headers.Add("Query-Reason", "registration; case=\"BENCHMARK-1\"");
        request.Content = JsonContent.Create(new { mark = one.Mark.Text, limit = Shown, knownDamaged = true });
        using var response = await client.SendAsync(request, token);
        var answer = await response.Content.ReadAsStringAsync(token);
        return response.StatusCode is HttpStatusCode.OK
            ? answer.Contains(TracingTables.IdOf(one.Arm).ToString(), StringComparison.Ordinal)
            : throw new InvalidOperationException($"{response.StatusCode} for a mark with {Codes.Of(one.Kind)}: {answer}");
    }

    private static async Task<bool> ScanAsync(NpgsqlDataSource database, ServedCase one, CancellationToken token)
    {
        await using var command = database.CreateCommand(Scan);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"%{one.Mark.Text.Replace('?', '_')}%" });
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = false;
        while (await reader.ReadAsync(token))
            found |= reader.GetGuid(0) == TracingTables.IdOf(one.Arm);
        return found;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Timed(IReadOnlyCollection<double> Times, double Recall)
    {
        public double P50 => Statistics.Quantile(Times, 0.5);

        public double P95 => Statistics.Quantile(Times, 0.95);
    }
}
