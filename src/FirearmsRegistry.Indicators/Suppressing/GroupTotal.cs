using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Outcomes;

namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>
/// Line 1 or 2 of a tracing table as figures take it: as reported, else the sum of its detail. A reported one may be more than its detail, or stand
/// without any, and is then a count by itself, and so is the rest of which nothing more is said; one that is less contradicts its detail.
/// </summary>
/// <param name="Code">The questionnaire's number of the line.</param>
/// <param name="Lines">The lines of its detail.</param>
/// <param name="Beyond">By how much it is more than its detail; negative where it is less.</param>
internal sealed record GroupTotal(string Code, IReadOnlyList<OutcomeLine> Lines, long Beyond)
{
    /// <summary>The number of line 1.</summary>
    public const string Unique = "1";

    /// <summary>The number of line 2.</summary>
    public const string NotUnique = "2";

    /// <summary>Lines 1 and 2.</summary>
    public static IReadOnlyList<GroupTotal> Of(OutcomeCounts counts) =>
    [
        Of(Unique, counts, counts.UniquelyIdentifiable, [.. OutcomeLines.All.Where(line => line.IsUniquelyIdentifiable())]),
        Of(NotUnique, counts, counts.NotUniquelyIdentifiable, [.. OutcomeLines.All.Where(line => line.IsNotUniquelyIdentifiable())]),
    ];

    /// <summary>The cell of the total, first, with those that stand between it and its detail, and the sums that bind them.</summary>
    /// <param name="id">The id of the total.</param>
    /// <param name="details">The cells of the detail.</param>
    public (IReadOnlyList<CountCell> Cells, IReadOnlyList<CountSum> Sums) Bind(string id, IReadOnlyList<CountCell> details)
    {
        var (sum, ids) = (details.Sum(cell => cell.Count), details.Select(cell => cell.Id).ToArray());
        if (Beyond == 0)
            return ([new(id, sum)], [new(id, ids)]);

        // Which of the two is greater is taken for known to readers, so that no range is thought wider than it is.
        var (detail, apart) = ($"{id} detail", $"{id} apart");
        if (Beyond > 0)
            return ([new(id, sum + Beyond), new(detail, sum), new(apart, Beyond)], [new(detail, ids), new(id, [detail, apart])]);
        var missing = Math.Min(-Beyond, sum);
        return ([new(id, sum - missing), new(detail, sum), new(apart, missing)], [new(detail, ids), new(detail, [id, apart])]);
    }

    private static GroupTotal Of(string code, OutcomeCounts counts, long? reported, OutcomeLine[] lines) =>
        new(code, lines, reported - (counts.Sum(lines) ?? 0) ?? 0);
}
