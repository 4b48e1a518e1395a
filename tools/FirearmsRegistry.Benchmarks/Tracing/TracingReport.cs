using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Benchmarks.Measuring;
using FirearmsRegistry.Benchmarks.Tracing.Damaging;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Benchmarks.Tracing;

/// <summary>What one kind of damage came to.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="WithMaker">Whether the maker was given.</param>
/// <param name="Told">Recall of the ideal ranker that is told the kind, at one and at five.</param>
/// <param name="Untold">Recall of the ideal ranker that is not.</param>
/// <param name="Found">Recall of the search.</param>
/// <param name="Kept">The share of right arms that the search weighed as possible.</param>
/// <param name="Milliseconds">The times of single searches.</param>
internal sealed record KindResult(
    DamageKind Kind, bool WithMaker, (double One, double Five) Told, (double One, double Five) Untold, (double One, double Five) Found, double Kept,
    IReadOnlyList<double> Milliseconds)
{
    public double Ratio => Found.Five / Told.Five;

    public double RatioToUntold => Found.Five / Untold.Five;

    public double P50 => Statistics.Quantile([.. Milliseconds], 0.5);

    public double P95 => Statistics.Quantile([.. Milliseconds], 0.95);
}

/// <summary>Prints the table of kinds, for people and for programs.</summary>
internal static class TracingReport
{
    private const double ToReach = 0.99;

    public static void Print(string confusions, IReadOnlyList<KindResult> results)
    {
        Console.WriteLine();
        Console.WriteLine(Text($"Damage drawn from {confusions}; {results[0].Milliseconds.Count} marks of each kind."));
        Console.WriteLine("Recall at 1 and at 5, in percent. \"told\": the ideal ranker knows which kind of damage befell the mark. \"untold\": it does not, as");
        Console.WriteLine("nobody does who reads a mark; it knows the probabilities of every kind. Equal probabilities stand in random order for all of them.");
        Console.WriteLine("\"kept\": the share of right arms among those weighed, of which nothing is filtered. \"ratio\": recall@5 of the search against each ideal.");
        Console.WriteLine();
        Console.WriteLine("  kind            maker   told @1   @5   untold @1   @5   search @1   @5   ratio told untold    kept    p50 ms   p95 ms");
        foreach (var result in results)
        {
            Console.WriteLine(Text(
                $"  {Codes.Of(result.Kind),-15} {(result.WithMaker ? "given" : "–"),-6} {Pair(result.Told)}  {Pair(result.Untold)}  {Pair(result.Found)}        {result.Ratio:F3}  {result.RatioToUntold:F3} {100 * result.Kept,7:F2} {result.P50,9:F1} {result.P95,8:F1}"));
        }

        Console.WriteLine();
        foreach (var result in results)
            Console.WriteLine(JsonSerializer.Serialize(Line(confusions, result)));
    }

    private static Dictionary<string, object> Line(string confusions, KindResult result) => new()
    {
        ["benchmark"] = "tracing",
        ["confusions"] = confusions,
        ["kind"] = Codes.Of(result.Kind),
        ["withMaker"] = result.WithMaker,
        ["queries"] = result.Milliseconds.Count,
        ["idealRecallAt1"] = Rounded(result.Told.One),
        ["idealRecallAt5"] = Rounded(result.Told.Five),
        ["untoldRecallAt1"] = Rounded(result.Untold.One),
        ["untoldRecallAt5"] = Rounded(result.Untold.Five),
        ["recallAt1"] = Rounded(result.Found.One),
        ["recallAt5"] = Rounded(result.Found.Five),
        ["ratio"] = Rounded(result.Ratio),
        ["ratioToUntold"] = Rounded(result.RatioToUntold),
        ["toReach"] = ToReach,
        ["reached"] = result.RatioToUntold >= ToReach,
        ["kept"] = Rounded(result.Kept),
        ["p50Ms"] = Rounded(result.P50),
        ["p95Ms"] = Rounded(result.P95),
    };

    private static string Pair((double One, double Five) recall) => Text($"{100 * recall.One,7:F1} {100 * recall.Five,6:F1}");

    private static double Rounded(double value) => Math.Round(value, 4);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
