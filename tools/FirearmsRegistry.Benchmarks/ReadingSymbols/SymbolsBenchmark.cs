using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Symbols;
using FirearmsRegistry.Symbols.Engine;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Benchmarks.ReadingSymbols;

/// <summary><c>symbols</c>: how many symbols are read and how long a picture takes, beside Debian's ZXingReader on the same files.</summary>
internal static class SymbolsBenchmark
{
    private const double MostRatio = 1.5;

    // Files by turns, so that what else the machine does weighs on both.
    private const int FilesPerTurn = 20;

    public static async Task<int> RunAsync(int count, DirectoryInfo? keep, CancellationToken token)
    {
        var directory = keep ?? Directory.CreateTempSubdirectory("symbols-");
        directory.Create();
        try
        {
            var process = Process.GetCurrentProcess();
            var before = process.WorkingSet64;
            var watch = Stopwatch.StartNew();
            using var engine = new ZXingSymbolEngine();
            await StartAsync(engine, token);
            var start = watch.Elapsed;
            await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => StartAsync(engine, token)));
            process.Refresh();
            Console.WriteLine(Text($"Engine ready in {start.TotalMilliseconds:N0} ms (to reach: ≤ 500); {engine.EnginesStarted} idle engines add {(process.WorkingSet64 - before) / 1e6:N0} MB to the process (to reach: ≤ 250)"));

            foreach (var set in (PictureSet[])
                [await PictureSet.CameraAsync(engine, directory.FullName, count, token), await PictureSet.DotPeenAsync(directory.FullName, count, token)])
            {
                await MeasureAsync(engine, set, token);
            }
        }
        finally
        {
            if (keep is null)
                directory.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task StartAsync(ZXingSymbolEngine engine, CancellationToken token) =>
        await engine.WriteAsync(SymbolOrder.Text(SymbolFormat.DataMatrix, "GH26A0000001TG"), token);

    private static async Task MeasureAsync(ZXingSymbolEngine engine, PictureSet set, CancellationToken token)
    {
        // Neither the engine's first pictures, in which V8 still compiles, nor the disk are measured.
        await OursAsync(engine, set.Pictures.Take(FilesPerTurn), token);
        var (ours, theirs) = (new Tally(), new Tally());
        foreach (var turn in set.Pictures.Chunk(FilesPerTurn))
        {
            ours += await OursAsync(engine, turn, token);
            theirs += await DebianReader.ReadAsync(turn, token);
        }

        Print(set, ours, theirs);
    }

    private static async Task<Tally> OursAsync(ZXingSymbolEngine engine, IEnumerable<(string File, string Number)> pictures, CancellationToken token)
    {
        var (read, watch) = (0, Stopwatch.StartNew());
        foreach (var (file, number) in pictures)
        {
            var result = await engine.ReadAsync(await File.ReadAllBytesAsync(file, token), token);
            if (result.TryGet(out var reading, out _) && reading.Symbols.Any(symbol => symbol.Text.Contains(number, StringComparison.Ordinal)))
                read++;
        }

        return new Tally(read, watch.Elapsed);
    }

    private static void Print(PictureSet set, Tally ours, Tally theirs)
    {
        var count = set.Pictures.Count;
        var (share, ratio) = ((double)ours.Read / count, ours.Time / theirs.Time);
        Console.WriteLine();
        Console.WriteLine(Text($"{count} {set.Name}, one at a time, {Environment.ProcessorCount} cores"));
        Console.WriteLine(Text($"  {"ZXingReader",-24} {theirs.Read,4} read {theirs.Time.TotalMilliseconds / count,8:N1} ms a picture"));
        Console.WriteLine(Text($"  {"registry",-24} {ours.Read,4} read {ours.Time.TotalMilliseconds / count,8:N1} ms a picture"));
        Console.WriteLine(Text($"  {"read",-24} {share,9:P1} (to reach: ≥ {set.ToRead:P0}; {(share >= set.ToRead ? "reached" : "missed")})"));
        Console.WriteLine(Text($"  {"time, ratio",-24} {ratio,9:N2} (to reach: ≤ {MostRatio}; {(ratio <= MostRatio ? "reached" : "missed")})"));
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = "symbols",
            ["pictures"] = set.Code,
            ["count"] = count,
            ["read"] = ours.Read,
            ["readByBaseline"] = theirs.Read,
            ["milliseconds"] = Math.Round(ours.Time.TotalMilliseconds / count, 2),
            ["millisecondsOfBaseline"] = Math.Round(theirs.Time.TotalMilliseconds / count, 2),
            ["ratio"] = Math.Round(ratio, 3),
            ["toReach"] = MostRatio,
            ["reached"] = share >= set.ToRead && ratio <= MostRatio,
        }));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
