using System.Globalization;
using System.Text.Json;

namespace FirearmsRegistry.Benchmarks.Measuring;

/// <summary>A line of the report's table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Code">Its member in the JSON line.</param>
/// <param name="Values">One value per round.</param>
internal sealed record Measured(string Name, string Code, IReadOnlyList<double> Values);

/// <summary>Prints one table for people and one JSON line for programs.</summary>
internal static class Report
{
    /// <summary>Prints it.</summary>
    /// <param name="benchmark">The command.</param>
    /// <param name="what">What was done, in a sentence.</param>
    /// <param name="unit">Of the values.</param>
    /// <param name="lines">The table, the baseline and the figure among them.</param>
    /// <param name="ratios">Figure to baseline, one per round: both of the same round, so that what else the machine does weighs on both.</param>
    /// <param name="target">The ratio to reach, and whether that is the least or the most.</param>
    /// <param name="postgres">The version of PostgreSQL.</param>
    public static void Print(
        string benchmark, string what, string unit, IReadOnlyList<Measured> lines, IReadOnlyList<double> ratios, (double Ratio, bool AtLeast) target,
        string postgres)
    {
        var ratio = Spread.Of(ratios);
        var reached = target.AtLeast ? ratio.Median >= target.Ratio : ratio.Median <= target.Ratio;
        Console.WriteLine();
        Console.WriteLine(what);
        Console.WriteLine(Text($"{Environment.ProcessorCount} cores, PostgreSQL {postgres}, durable (fsync on), {ratios.Count} interleaved rounds; medians [least – greatest]"));
        Console.WriteLine();
        foreach (var line in lines)
            Console.WriteLine(Text($"  {line.Name,-58} {Of(Spread.Of(line.Values), "N1"),28} {unit}"));
        Console.WriteLine(Text($"  {"ratio",-58} {Of(ratio, "N2"),28} (to reach: {(target.AtLeast ? "≥" : "≤")} {target.Ratio}; {(reached ? "reached" : "missed")})"));
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["benchmark"] = benchmark,
            ["unit"] = unit,
            ["measured"] = lines.ToDictionary(line => line.Code, line => Rounded(Spread.Of(line.Values).Median)),
            ["ratio"] = Rounded(ratio.Median),
            ["ratioLeast"] = Rounded(ratio.Least),
            ["ratioGreatest"] = Rounded(ratio.Greatest),
            ["toReach"] = target.Ratio,
            ["reached"] = reached,
            ["rounds"] = ratios.Count,
            ["cores"] = Environment.ProcessorCount,
            ["postgres"] = postgres,
        }));
    }

    private static string Of(Spread spread, string format) => string.Create(CultureInfo.InvariantCulture,
        $"{spread.Median.ToString(format, CultureInfo.InvariantCulture)} [{spread.Least.ToString(format, CultureInfo.InvariantCulture)} – {spread.Greatest.ToString(format, CultureInfo.InvariantCulture)}]");

    private static double Rounded(double value) => Math.Round(value, 3);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
