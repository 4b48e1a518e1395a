namespace FirearmsRegistry.Indicators.Tests.Tables;

/// <summary>A reader who has everything that is handed out, and knows that no count is negative: by elimination, and by narrowing down ranges.</summary>
internal sealed class TogetherReader
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(Dictionary<int, int> Factors, long Right)> _equations = [];
    private HashSet<int>? _determined;

    /// <summary>Tells that a cell has a count.</summary>
    public void Sees(string cell, long count) => _equations.Add((new() { [Place(cell)] = 1 }, count));

    /// <summary>Tells that a cell is the sum of others.</summary>
    public void KnowsSum(string total, IEnumerable<string> parts) => Add(parts, new() { [Place(total)] = -1 }, 0);

    /// <summary>Tells what cells add up to.</summary>
    public void KnowsSum(long total, IEnumerable<string> parts) => Add(parts, [], total);

    /// <summary>Gauss and Jordan: whether the cell stands alone in what follows from all that is known.</summary>
    public bool IsDetermined(string cell) => (_determined ??= Solve()).Contains(Place(cell));

    /// <summary>How many counts the cell may have beyond one, by what each equation alone leaves; null where it has no end.</summary>
    public long? Width(string cell)
    {
        var (least, most) = (new long[_places.Count], Enumerable.Repeat(long.MaxValue, _places.Count).ToArray());
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var (factors, right) in _equations)
            {
                foreach (var (place, factor) in factors)
                {
                    var others = factors.Where(one => one.Key != place).ToList();
                    var low = others.Aggregate((long?)0, (sum, one) => sum + (one.Value > 0 ? least[one.Key] : Negative(most[one.Key])));
                    var high = others.Aggregate((long?)0, (sum, one) => sum + (one.Value > 0 ? Known(most[one.Key]) : -least[one.Key]));
                    var (from, to) = factor > 0 ? (right - high, right - low) : (low - right, high - right);
                    if (from > least[place])
                        (least[place], moved) = (from.Value, true);
                    if (to < most[place])
                        (most[place], moved) = (to.Value, true);
                }
            }
        }

        return Known(most[Place(cell)]) is { } end ? end - least[Place(cell)] : null;
    }

    private static long? Known(long most) => most == long.MaxValue ? null : most;

    private static long? Negative(long most) => -Known(most);

    private int Place(string cell)
    {
        if (!_places.TryGetValue(cell, out var place))
            _places[cell] = place = _places.Count;
        return place;
    }

    private void Add(IEnumerable<string> parts, Dictionary<int, int> factors, long right)
    {
        foreach (var part in parts)
            factors[Place(part)] = factors.GetValueOrDefault(Place(part)) + 1;
        _equations.Add((factors, right));
    }

    private decimal[] Row(Dictionary<int, int> factors)
    {
        var row = new decimal[_places.Count];
        foreach (var (place, factor) in factors)
            row[place] = factor;
        return row;
    }

    private HashSet<int> Solve()
    {
        decimal[][] left = [.. _equations.Select(equation => Row(equation.Factors))];
        var done = 0;
        for (var column = 0; column < _places.Count && done < left.Length; column++)
        {
            var pivot = Array.FindIndex(left, done, row => row[column] != 0);
            if (pivot < 0)
                continue;
            (left[done], left[pivot]) = (left[pivot], left[done]);
            left[done] = [.. left[done].Select(value => value / left[done][column])];
            for (var other = 0; other < left.Length; other++)
            {
                var factor = left[other][column];
                if (other != done && factor != 0)
                    left[other] = [.. left[other].Zip(left[done], (value, by) => value - (factor * by))];
            }

            done++;
        }

        return [.. left.Where(row => row.Count(value => value != 0) == 1).Select(row => Array.FindIndex(row, value => value != 0))];
    }
}
