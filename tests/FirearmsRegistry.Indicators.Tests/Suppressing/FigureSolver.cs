using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Vintages;

namespace FirearmsRegistry.Indicators.Tests.Suppressing;

/// <summary>A count that a reader may not learn, as a sum of the lines of the three intakes.</summary>
internal sealed record SecretCount(string Name, int[] Lines);

/// <summary>
/// A reader of a vintage who tries to find out counts that are not told, by the questionnaire's own line numbers. By how much lines 1 and 2, where they
/// were reported, are more or less than their detail is unknown to the reader, but not which of the two it is, nor that they agree where they do.
/// </summary>
internal sealed class FigureSolver
{
    private static readonly FigureIntake[] Intakes = [FigureIntake.Seized, FigureIntake.Found, FigureIntake.Surrendered];

    private static readonly Dictionary<string, string[]> Quantities = new()
    {
        ["numerator"] = ["1.2", "1.3", "1.4"],
        ["PotentiallyTraceable"] = ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "3"],
        ["UniquelyIdentifiable"] = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1 beyond"],
        ["MetadataLiteral"] = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1 beyond", "2.a", "2.b", "2.c", "2 beyond", "3"],
    };

    private static readonly string[] Unknowns = [.. OutcomeLines.All.Select(line => line.Code()), "1 beyond", "2 beyond"];

    private readonly long[] _counts;
    private readonly int[] _signs;
    private readonly List<int[]> _told;

    public FigureSolver(IReadOnlyList<VintageFigure> figures, IReadOnlySet<VintageKey> suppressed)
    {
        var signed = Intakes.SelectMany(intake => Signed(figures.First(figure => figure.Key.Intake == intake).Counts)).ToArray();
        (_counts, _signs) = ([.. signed.Select(Math.Abs)], [.. signed.Select(Math.Sign)]);
        _told =
        [
            .. figures.Where(figure => !suppressed.Contains(figure.Key))
                .SelectMany(figure => new[] { "numerator", $"{figure.Key.Variant}" }.Select(quantity => Vector(figure.Key.Intake, Quantities[quantity]))),
        ];
    }

    /// <summary>Every count from 1 to below the threshold: lines, integers of figures, and differences of two of them.</summary>
    public IEnumerable<SecretCount> SmallCounts(int threshold) =>
        from intake in Intakes.Append(FigureIntake.All)
        from secret in Unknowns.Select(line => (Name: line, Vector: Vector(intake, [line])))
            .Append((Name: "2", Vector: Vector(intake, ["2.a", "2.b", "2.c", "2 beyond"])))
            .Concat(Quantities.Select(one => (Name: one.Key, Vector: Vector(intake, one.Value))))
            .Concat(from one in Quantities
                    from other in Quantities
                    where other.Value.All(one.Value.Contains) && other.Value.Length < one.Value.Length
                    select (Name: $"{one.Key}-{other.Key}",
                        Vector: Vector(intake, one.Value).Zip(Vector(intake, other.Value), (more, less) => more - less).ToArray()))
        where Math.Abs(Product(secret.Vector, _counts)) is var count && count > 0 && count < threshold && IsCount(secret.Vector)
        select new SecretCount($"{intake}: {secret.Name}", secret.Vector);

    /// <summary>Gauss: whether the count is a combination of what is told. Lines known to be zero from a told zero are told themselves.</summary>
    public bool IsDetermined(SecretCount secret)
    {
        var rows = _told.SelectMany(WithZeros).Select(row => row.Select(value => (decimal)value).ToArray()).ToList();
        return Rank(rows) == Rank([.. rows, [.. secret.Lines.Select(value => (decimal)value)]]);
    }

    /// <summary>Whether another year, one to four lines of an intake of which are greater or less by one, would be told the same and has another such count.</summary>
    public bool CanDiffer(SecretCount secret)
    {
        var unknowns = Unknowns.Length;
        return Enumerable.Range(0, Intakes.Length).Any(intake => Differs(secret, new int[_counts.Length], intake * unknowns, (intake + 1) * unknowns, 4));
    }

    private bool Differs(SecretCount secret, int[] moves, int from, int to, int left)
    {
        if (Product(secret.Lines, moves) != 0 && _told.All(told => Product(told, moves) == 0))
            return true;
        if (left == 0)
            return false;
        for (var line = from; line < to; line++)
        {
            if (IsAgreement(line))
                continue;
            foreach (var move in new[] { 1, -1 }.Where(move => _counts[line] + move >= 0))
            {
                moves[line] = move;
                if (Differs(secret, moves, line + 1, to, left - 1))
                    return true;
                moves[line] = 0;
            }
        }

        return false;
    }

    /// <summary>What is more in one intake and, where totals contradict their detail, less in another is no count of arms in their sum.</summary>
    private bool IsCount(int[] vector)
    {
        var signs = vector.Zip(_counts, (factor, value) => factor * value).Chunk(Unknowns.Length).Select(intake => Math.Sign(intake.Sum())).ToList();
        return !(signs.Contains(1) && signs.Contains(-1));
    }

    private bool IsAgreement(int place) => place % Unknowns.Length >= OutcomeLines.All.Count && _signs[place] == 0;

    private static IEnumerable<long> Signed(OutcomeCounts counts)
    {
        long Sum(int from, int to) => OutcomeLines.All.Take(to).Skip(from).Sum(line => counts[line] ?? 0);
        return OutcomeLines.All.Select(line => counts[line] ?? 0)
            .Append((counts.UniquelyIdentifiable ?? Sum(0, 7)) - Sum(0, 7)).Append((counts.NotUniquelyIdentifiable ?? Sum(7, 10)) - Sum(7, 10));
    }

    private IEnumerable<int[]> WithZeros(int[] told) => Product(told, _counts) == 0 && told.All(factor => factor >= 0)
        ? told.Index().Where(line => line.Item != 0).Select(line => Enumerable.Range(0, told.Length).Select(place => place == line.Index ? 1 : 0).ToArray())
        : [told];

    private static long Product(int[] lines, long[] counts) => lines.Zip(counts, (factor, value) => factor * value).Sum();

    private static int Product(int[] lines, int[] moves) => lines.Zip(moves, (factor, value) => factor * value).Sum();

    /// <summary>The sum of lines of an intake; what a total has less than its detail counts against it, and where both agree there is no such unknown.</summary>
    private int[] Vector(FigureIntake intake, string[] lines) =>
    [
        .. Intakes.SelectMany(one => Unknowns.Select(line => (intake is FigureIntake.All || intake == one) && lines.Contains(line) ? 1 : 0))
            .Select((factor, place) => place % Unknowns.Length < OutcomeLines.All.Count ? factor : factor * _signs[place]),
    ];

    private static int Rank(List<decimal[]> rows)
    {
        var rank = 0;
        for (var column = 0; column < (rows.Count == 0 ? 0 : rows[0].Length); column++)
        {
            var pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot < 0)
                continue;
            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var other = rank + 1; other < rows.Count; other++)
            {
                var factor = rows[other][column] / rows[rank][column];
                if (factor != 0)
                    rows[other] = [.. rows[other].Zip(rows[rank], (value, by) => value - (factor * by))];
            }

            rank++;
        }

        return rank;
    }
}
