using System.Globalization;

namespace FirearmsRegistry.Indicators.Importing.Unodc;

/// <summary>Merges equal rows of one subject, and marks different ones.</summary>
internal static class UnodcDoubles
{
    /// <summary>The counts in the order of the file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">Where the counts stand, from 1: in it the rows differ.</param>
    /// <param name="faults">Takes what is doubtful.</param>
    public static IReadOnlyList<UnodcCount> Resolve(IReadOnlyList<UnodcCount> rows, int column, InputFaults faults)
    {
        var resolved = new List<UnodcCount>(rows.Count);
        foreach (var same in rows.GroupBy(row => row.Subject))
        {
            UnodcCount[] different = [.. same.DistinctBy(row => row.Value)];
            if (different.Length == 1)
            {
                resolved.Add(different[0]);
                continue;
            }

            resolved.AddRange(different.Select((row, place) => row with { Variant = place + 1 }));
            var (subject, said) = (same.Key, string.Join(" and ", different.Select(row =>
                string.Create(CultureInfo.InvariantCulture, $"{Text(row)} in line {row.Line}"))));
            faults.Warn(new(different[^1].Line, column, UnodcFile.ValueColumn, string.Create(CultureInfo.InvariantCulture,
                $"{subject.Country} {subject.Year} {subject.Indicator}, {subject.Dimension}, {subject.Category} has {said}; both are kept, and neither is in a total.")));
        }

        return [.. resolved.OrderBy(row => row.Line)];
    }

    private static string Text(UnodcCount row) =>
        row.Value.TryGet(out var value) ? value.ToString(CultureInfo.InvariantCulture) : Marks.Codes.Codes.Of(row.Value.Is);
}
