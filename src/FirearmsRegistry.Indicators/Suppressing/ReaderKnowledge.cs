namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>What a reader can work out of a table: the least and the most that a cell left out can be.</summary>
internal sealed class ReaderKnowledge
{
    private const double Tolerance = 1e-6;

    private readonly Dictionary<int, int> _unknowns;
    private readonly double[][] _equations;
    private readonly CountTable _table;

    public ReaderKnowledge(CountTable table, IReadOnlyList<CellStatus> statuses)
    {
        _table = table;
        _unknowns = statuses.Index().Where(cell => cell.Item is not CellStatus.Shown).Index().ToDictionary(cell => cell.Item.Index, cell => cell.Index);
        _equations = [.. table.Sums.Select(Equation).OfType<double[]>()];
    }

    /// <summary>Whether a reader is left with a range of at least so many numbers more than one.</summary>
    public bool Leaves(int cell, int width)
    {
        var objective = new double[_unknowns.Count];
        objective[_unknowns[cell]] = 1;
        if (LinearProgram.Maximum(_equations, objective) is not { } most)
            return true;
        objective[_unknowns[cell]] = -1;
        var least = -(LinearProgram.Maximum(_equations, objective) ?? 0);
        return Math.Floor(most + Tolerance) - Math.Ceiling(least - Tolerance) >= width;
    }

    /// <summary>The sum as an equation of the unknowns, the right side last; null where it says nothing of them.</summary>
    private double[]? Equation(PlacedSum sum)
    {
        var equation = new double[_unknowns.Count + 1];
        var says = false;
        foreach (var part in sum.Parts)
            Put(part, 1);
        Put(sum.Total, -1);
        return says ? equation : null;

        void Put(int cell, int sign)
        {
            if (_unknowns.TryGetValue(cell, out var unknown))
                (equation[unknown], says) = (equation[unknown] + sign, true);
            else
                equation[^1] -= sign * _table.Cells[cell].Count;
        }
    }
}
