using System.Globalization;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;

namespace FirearmsRegistry.Indicators.Importing;

/// <summary>Collects the tables of a file: each once, with totals that agree, and a warning where a total is not the sum of its detail.</summary>
internal sealed class CollectedTables(InputFaults faults)
{
    private readonly Dictionary<(CountryCode, int, FigureIntake), (long Line, OutcomeCounts Counts)> _rows = [];

    public IReadOnlyList<ReportedTable> All =>
        [.. _rows.Where(row => row.Key.Item3.One() is not null)
            .Select(row => new ReportedTable(row.Key.Item1, row.Key.Item2, row.Key.Item3.One()!.Value, row.Value.Counts))];

    public void Add(ReadRow row, long line, Func<string, int> column)
    {
        var key = (row.Country, row.Year, row.Intake);
        if (!_rows.TryAdd(key, (line, row.Counts)))
        {
            faults.Add(new(line, column(CountsFile.IntakeColumn), CountsFile.IntakeColumn, FormattableString.Invariant(
                $"{row.Country} {row.Year} {Codes.Of(row.Intake)} stands twice, first in line {_rows[key].Line}.")));
            return;
        }

        CompareDetail(row.Counts, line, column);
    }

    /// <summary>Holds the totals rows against the rows that they add up.</summary>
    public void CompareTotals(Func<string, int> column)
    {
        foreach (var ((country, year, intake), (line, total)) in _rows)
        {
            if (intake is not FigureIntake.All)
                continue;
            var parts = new[] { FigureIntake.Seized, FigureIntake.Found, FigureIntake.Surrendered }
                .Select(part => _rows.TryGetValue((country, year, part), out var found) ? found.Counts : null)
                .OfType<OutcomeCounts>()
                .ToArray();
            foreach (var (name, said) in CountLines.Of(total))
            {
                var sum = Reported.Sum(parts.Select(part => CountLines.Of(part).Single(cell => cell.Column == name).Count));
                if (said is not null && said != sum)
                {
                    faults.Add(new(line, column(name), name, FormattableString.Invariant(
                        $"The totals row says {said}; the rows of {country} {year} add up to {Said(sum)}.")));
                }
            }
        }
    }

    private static string Said(long? sum) =>
        sum is { } known ? known.ToString(CultureInfo.InvariantCulture) : "nothing, since none of them reports the line";

    private void CompareDetail(OutcomeCounts counts, long line, Func<string, int> column)
    {
        Compare("t1", counts.UniquelyIdentifiable, counts.Sum(OutcomeLines.All.Where(each => each.IsUniquelyIdentifiable())), "t1.1 to t1.7");
        Compare("t2", counts.NotUniquelyIdentifiable, counts.Sum(OutcomeLines.All.Where(each => each.IsNotUniquelyIdentifiable())), "t2.alt to t2.nfi");

        void Compare(string name, long? said, long? sum, string detail)
        {
            if (said is not null && sum is not null && said != sum)
                faults.Warn(new(line, column(name), name, FormattableString.Invariant($"{said} is reported, {detail} add up to {sum}; both are kept.")));
        }
    }
}
