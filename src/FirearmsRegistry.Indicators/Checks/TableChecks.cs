using System.Globalization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Checks;

/// <summary>A breakdown of the arms of an intake.</summary>
/// <param name="By">By what it tells arms apart: <c>type</c>.</param>
/// <param name="AddsUp">Whether its cells add up to the arms; suspected offences do not.</param>
/// <param name="Counts">The counts by category; null is not reported.</param>
public sealed record Breakdown(string By, bool AddsUp, IReadOnlyDictionary<string, long?> Counts);

/// <summary>The checks that need counts alone.</summary>
/// <remarks>
/// "Altered" by marking and "erased or altered" by tracing are not held against each other: the questionnaire splits the arms without
/// unique marks in two ways, of which only the sums agree.
/// </remarks>
public static class TableChecks
{
    /// <summary>Lines 1 and 2 of a tracing table against their detail.</summary>
    public static IReadOnlyList<CheckFinding> OfOutcomes(Intake intake, OutcomeCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return
        [
            .. Detail("1", "1.1 to 1.7", counts.UniquelyIdentifiable, OutcomeLines.All.Where(line => line.IsUniquelyIdentifiable())),
            .. Detail("2", "2.a to 2.c", counts.NotUniquelyIdentifiable, OutcomeLines.All.Where(line => line.IsNotUniquelyIdentifiable())),
        ];

        IEnumerable<CheckFinding> Detail(string line, string detail, long? said, IEnumerable<OutcomeLine> lines)
        {
            if (said is { } total && counts.Sum(lines) is { } sum && sum != total)
            {
                yield return new(CheckKind.DetailAgainstTotal, $"{TableOf(intake)} line {line}",
                    Text($"Line {line} says {total}; lines {detail} add up to {sum}."),
                    $"Compare the report of table {TableOf(intake)} with its source: a detail line or the total was mistyped, or a line was left out.",
                    [], total, sum);
            }
        }
    }

    /// <summary>Each breakdown, and the tracing table, against the arms of an intake; nothing is said where one of the two was not reported.</summary>
    public static IReadOnlyList<CheckFinding> OfBreakdowns(Intake intake, long? arms, OutcomeCounts outcomes, IReadOnlyList<Breakdown> breakdowns)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(breakdowns);
        return [.. breakdowns.Where(breakdown => breakdown.AddsUp)
            .Select(breakdown => (breakdown.By, Sum: Reported.Sum(breakdown.Counts.Values)))
            .Append((By: "outcome_line", Sum: outcomes.Total))
            .Where(each => arms is not null && each.Sum is not null && each.Sum != arms)
            .Select(each => new CheckFinding(CheckKind.BreakdownAgainstArms, $"{Codes.Of(intake)} by {each.By}",
                Text($"{arms} arms are {Codes.Of(intake)}; by {each.By} they add up to {each.Sum}."),
                each.Sum < arms
                    ? $"Look for arms of which {each.By} was not recorded; what is not known belongs under unknown."
                    : $"Look for arms that stand under two categories of {each.By}, or that were counted there and not among the arms.",
                [], arms, each.Sum))];
    }

    /// <summary>The questionnaire's table of an intake's tracing outcomes.</summary>
    public static string TableOf(Intake intake) => intake switch
    {
        Intake.Seized => "5.1",
        Intake.Found => "5.2",
        Intake.Surrendered => "5.3",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
