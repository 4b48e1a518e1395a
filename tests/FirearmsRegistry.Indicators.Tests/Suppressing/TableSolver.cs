using FirearmsRegistry.Indicators.Suppressing;

namespace FirearmsRegistry.Indicators.Tests.Suppressing;

/// <summary>A reader who tries to find out what was left out of a table of rows by columns.</summary>
internal sealed class TableSolver
{
    /// <summary>How far another table is looked for; a move by one or two along a ring of cells is enough where there is any.</summary>
    private const int Reach = 2;

    private readonly CountTable _table;
    private readonly List<(int[] Plus, int Minus)> _sums;

    public TableSolver(CountTable table, IReadOnlyList<PublishedCell> published)
    {
        _table = table;
        Unknowns = [.. published.Index().Where(cell => cell.Item.Count is null).Select(cell => cell.Index)];
        _sums = SumsOf(table);
    }

    public IReadOnlyList<int> Unknowns { get; }

    /// <summary>Gauss and Jordan over the unknowns: a row with one of them alone tells it.</summary>
    public bool IsDetermined(int cell)
    {
        var rows = _sums.Select(sum => Unknowns.Select(unknown =>
            (decimal)sum.Plus.Count(part => part == unknown) - (sum.Minus == unknown ? 1 : 0)).ToArray()).ToList();
        var done = 0;
        for (var column = 0; column < Unknowns.Count; column++)
        {
            var pivot = rows.FindIndex(done, row => row[column] != 0);
            if (pivot < 0)
                continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            rows[done] = [.. rows[done].Select(value => value / rows[done][column])];
            for (var other = 0; other < rows.Count; other++)
            {
                var factor = rows[other][column];
                if (other != done && factor != 0)
                    rows[other] = [.. rows[other].Zip(rows[done], (value, by) => value - (factor * by))];
            }

            done++;
        }

        var place = Unknowns.ToList().IndexOf(cell);
        return rows.Any(row => row[place] != 0 && row.Count(value => value != 0) == 1);
    }

    /// <summary>Whether there is another table of counts in which all shown cells are the same and this one is not.</summary>
    public bool CanDiffer(int cell)
    {
        int[] order = [cell, .. Unknowns.Where(unknown => unknown != cell)];
        return Enumerable.Range(-Reach, (2 * Reach) + 1)
            .Any(move => move != 0 && _table.Cells[cell].Count + move >= 0 && Fits(order, 1, new Dictionary<int, int> { [cell] = move }));
    }

    private bool Fits(int[] order, int next, Dictionary<int, int> moves)
    {
        foreach (var (plus, minus) in _sums)
        {
            int[] open = [.. plus.Append(minus).Where(cell => Unknowns.Contains(cell) && !moves.ContainsKey(cell))];
            var said = plus.Sum(cell => moves.GetValueOrDefault(cell)) - moves.GetValueOrDefault(minus);
            if (Math.Abs(said) > open.Length * Reach)
                return false;
        }

        if (next == order.Length)
            return true;
        foreach (var move in new[] { 0, -1, 1, -2, 2 }.Where(move => _table.Cells[order[next]].Count + move >= 0))
        {
            moves[order[next]] = move;
            if (Fits(order, next + 1, moves))
                return true;
            moves.Remove(order[next]);
        }

        return false;
    }

    // Told by the cells' names, so that the solver does not rest on the table's own sums.
    private static List<(int[] Plus, int Minus)> SumsOf(CountTable table)
    {
        var cells = table.Cells.Select((cell, place) => (Row: cell.Id.Split('/')[0], Column: cell.Id.Split('/')[1], Place: place)).ToArray();
        int[] Places(Func<(string Row, string Column, int Place), bool> which) => [.. cells.Where(which).Select(cell => cell.Place)];
        var rows = cells.Select(cell => cell.Row).Distinct()
            .Select(row => (Places(cell => cell.Row == row && cell.Column != "total"), Places(cell => cell.Row == row && cell.Column == "total").Single()));
        var columns = cells.Select(cell => cell.Column).Distinct()
            .Select(column => (Places(cell => cell.Column == column && cell.Row != "total"), Places(cell => cell.Column == column && cell.Row == "total").Single()));
        return [.. rows, .. columns];
    }
}
