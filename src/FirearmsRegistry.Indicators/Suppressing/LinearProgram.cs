namespace FirearmsRegistry.Indicators.Suppressing;

/// <summary>The simplex method for small programs: equations of unknowns that are not negative.</summary>
internal static class LinearProgram
{
    private const double Zero = 1e-9;

    /// <summary>The most that the objective can be; null where there is no most.</summary>
    /// <param name="equations">The coefficients of the unknowns and the right side. They must have a solution.</param>
    /// <param name="objective">The coefficients of what is to be most.</param>
    public static double? Maximum(IReadOnlyList<double[]> equations, double[] objective)
    {
        var (unknowns, rows) = (objective.Length, equations.Count);

        // One artificial unknown for each equation gives a first corner; the first phase drives them out.
        var (tableau, basis) = (new double[rows][], new int[rows]);
        for (var row = 0; row < rows; row++)
        {
            var sign = equations[row][^1] < 0 ? -1 : 1;
            tableau[row] = new double[unknowns + rows + 1];
            for (var column = 0; column < unknowns; column++)
                tableau[row][column] = sign * equations[row][column];
            tableau[row][unknowns + row] = 1;
            tableau[row][^1] = sign * equations[row][^1];
            basis[row] = unknowns + row;
        }

        var first = new double[unknowns + rows];
        Array.Fill(first, -1, unknowns, rows);
        Climb(tableau, basis, first, unknowns + rows);
        for (var row = 0; row < rows; row++)
        {
            if (basis[row] >= unknowns && Array.FindIndex(tableau[row], 0, unknowns, value => Math.Abs(value) > Zero) is >= 0 and var column)
                Pivot(tableau, basis, row, column);
        }

        var second = new double[unknowns + rows];
        objective.CopyTo(second, 0);
        return Climb(tableau, basis, second, unknowns) ? basis.Select((unknown, row) => second[unknown] * tableau[row][^1]).Sum() : null;
    }

    /// <summary>Goes from corner to better corner; false where it goes up without end. Bland's rule keeps it from going round.</summary>
    private static bool Climb(double[][] tableau, int[] basis, double[] objective, int columns)
    {
        for (; ; )
        {
            var entering = -1;
            for (var column = 0; column < columns && entering < 0; column++)
            {
                var gain = objective[column];
                for (var row = 0; row < basis.Length; row++)
                    gain -= objective[basis[row]] * tableau[row][column];
                if (gain > Zero)
                    entering = column;
            }

            if (entering < 0)
                return true;
            var leaving = Leaving(tableau, basis, entering);
            if (leaving < 0)
                return false;
            Pivot(tableau, basis, leaving, entering);
        }
    }

    private static int Leaving(double[][] tableau, int[] basis, int entering)
    {
        var (leaving, least) = (-1, double.PositiveInfinity);
        for (var row = 0; row < basis.Length; row++)
        {
            if (tableau[row][entering] <= Zero)
                continue;
            var ratio = tableau[row][^1] / tableau[row][entering];
            if (ratio < least - Zero || (ratio <= least + Zero && leaving >= 0 && basis[row] < basis[leaving]))
                (leaving, least) = (row, Math.Min(ratio, least));
        }

        return leaving;
    }

    private static void Pivot(double[][] tableau, int[] basis, int row, int column)
    {
        var divisor = tableau[row][column];
        for (var each = 0; each < tableau[row].Length; each++)
            tableau[row][each] /= divisor;
        for (var other = 0; other < tableau.Length; other++)
        {
            if (other == row || tableau[other][column] is var factor && Math.Abs(factor) <= Zero)
                continue;
            for (var each = 0; each < tableau[row].Length; each++)
                tableau[other][each] -= factor * tableau[row][each];
        }

        basis[row] = column;
    }
}
