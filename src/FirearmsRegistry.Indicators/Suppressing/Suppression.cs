namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>Why a cell is not shown.</summary>
public enum CellStatus
{
    /// <summary>It is shown.</summary>
    Shown,

    /// <summary>It is so small that it may point to one case.</summary>
    Primary,

    /// <summary>It is left out so that no small cell can be computed.</summary>
    Complementary,

    /// <summary>It is not in this publication at all: it stands here for what readers could compute of it.</summary>
    Elsewhere,
}

/// <summary>A cell as it may be published; readers are not told which of the two reasons it is.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="Count">The count; null where it is not shown (<c>OBS_STATUS</c> Q).</param>
/// <param name="Status">Whether and why it is not shown: not for readers.</param>
public sealed record PublishedCell(string Id, long? Count, CellStatus Status);

/// <summary>
/// Protects small cells. Cells from 1 to below the threshold are left out, and so many more that nobody can compute one of them from what is
/// shown, the sums, and the knowledge that no count is negative. Zero points to no case and is shown.
/// </summary>
public static class Suppression
{
    /// <summary>What may be published.</summary>
    /// <param name="table">The counts.</param>
    /// <param name="threshold">Counts from 1 to below this are small; at least 2.</param>
    /// <param name="elsewhere">
    /// Cells that are not in this publication: true where readers find them in another one, so that they are no secret; false where they are published
    /// nowhere and must, where small, not be told by this one either.
    /// </param>
    public static IReadOnlyList<PublishedCell> Protect(CountTable table, int threshold, IReadOnlyDictionary<string, bool>? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 2);
        bool? Told(CountCell cell) => elsewhere is not null && elsewhere.TryGetValue(cell.Id, out var told) ? told : null;
        var statuses = table.Cells.Select(cell => Told(cell) switch
        {
            true => CellStatus.Shown,
            false => CellStatus.Elsewhere,
            null => cell.Count > 0 && cell.Count < threshold ? CellStatus.Primary : CellStatus.Shown,
        }).ToArray();
        var covers = table.Cells.Select(cell => Told(cell) is null).ToArray();
        while (FirstUnsafe(table, statuses, threshold) is { } cell && Cover(table, statuses, covers, cell) is { } cover)
            statuses[cover] = CellStatus.Complementary;
        ShowWhatIsNotNeeded(table, statuses, threshold);
        return [.. table.Cells.Zip(statuses, (cell, status) =>
            new PublishedCell(cell.Id, status is CellStatus.Shown ? cell.Count : null, status))];
    }

    private static int? FirstUnsafe(CountTable table, CellStatus[] statuses, int threshold)
    {
        var readers = new ReaderKnowledge(table, statuses);
        for (var cell = 0; cell < statuses.Length; cell++)
        {
            // What is left for a small cell must be as wide as what smallness itself leaves; a cover must only not be told.
            var small = table.Cells[cell].Count > 0 && table.Cells[cell].Count < threshold;
            var secret = statuses[cell] is CellStatus.Primary or CellStatus.Complementary || (statuses[cell] is CellStatus.Elsewhere && small);
            if (secret && !readers.Leaves(cell, small ? threshold - 1 : 1))
                return cell;
        }

        return null;
    }

    /// <summary>
    /// The cell to leave out next: near the unsafe one, not a total where another will do, not zero where another will do, and small, so that
    /// little is lost. Null when all that is linked with it is left out already.
    /// </summary>
    private static int? Cover(CountTable table, CellStatus[] statuses, bool[] mayCover, int cell)
    {
        var totals = table.Sums.Select(sum => sum.Total).ToHashSet();
        var (linked, reached) = (new HashSet<int> { cell }, 0);
        while (linked.Count > reached)
        {
            reached = linked.Count;
            var near = table.Sums.Where(sum => sum.Parts.Append(sum.Total).Any(linked.Contains))
                .SelectMany(sum => sum.Parts.Append(sum.Total)).Distinct().ToArray();
            int[] covers = [.. near.Where(each => statuses[each] is CellStatus.Shown && mayCover[each])
                .OrderBy(each => totals.Contains(each)).ThenBy(each => table.Cells[each].Count == 0).ThenBy(each => table.Cells[each].Count)];
            if (covers.Length > 0)
                return covers[0];
            linked.UnionWith(near);
        }

        return null;
    }

    /// <summary>Shows covers again, each with those that it would tell: a cover is no secret by itself.</summary>
    private static void ShowWhatIsNotNeeded(CountTable table, CellStatus[] statuses, int threshold)
    {
        foreach (var cell in Enumerable.Range(0, statuses.Length)
            .Where(cell => statuses[cell] is CellStatus.Complementary).OrderByDescending(cell => table.Cells[cell].Count).ToArray())
        {
            var shown = new List<int>();
            for (int? next = cell; next is { } told && statuses[told] is CellStatus.Complementary; next = FirstUnsafe(table, statuses, threshold))
            {
                statuses[told] = CellStatus.Shown;
                shown.Add(told);
            }

            if (FirstUnsafe(table, statuses, threshold) is null)
                continue;
            foreach (var told in shown)
                statuses[told] = CellStatus.Complementary;
        }
    }
}
