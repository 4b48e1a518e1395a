namespace FirearmsRegistry.Indicators.Checks;

/// <summary>
/// Brings together items that may be one arm: by the registered arm, by a number or a likeness that they share, and so from one to the
/// next. Two items that are known to be different registered arms are told apart by that whatever was read from them; what a person
/// confirmed as distinct is not brought together directly.
/// </summary>
internal static class SameArmGroups
{
    /// <summary>The groups of two and more, in the order of their first items.</summary>
    public static IReadOnlyList<IReadOnlyList<CheckedItem>> Of(IReadOnlyList<CheckedItem> items)
    {
        CheckedItem[] counted = [.. items.Where(item => !item.IsDuplicate).OrderBy(item => item.Item)];
        var first = Enumerable.Range(0, counted.Length).ToArray();
        foreach (var shared in Shared(counted))
        {
            for (var one = 0; one < shared.Count; one++)
            {
                for (var other = one + 1; other < shared.Count; other++)
                {
                    if (MayBeOne(counted[shared[one]], counted[shared[other]]))
                        Join(shared[one], shared[other]);
                }
            }
        }

        return [.. counted.Index().GroupBy(item => First(item.Index), item => item.Item).Where(group => group.Count() > 1)
            .Select(group => (IReadOnlyList<CheckedItem>)[.. group]).OrderBy(group => group[0].Item)];

        int First(int place)
        {
            while (first[place] != place)
                place = first[place] = first[first[place]];
            return place;
        }

        void Join(int one, int other)
        {
            var (earlier, later) = (First(one), First(other));
            if (earlier != later)
                first[Math.Max(earlier, later)] = Math.Min(earlier, later);
        }
    }

    private static IEnumerable<List<int>> Shared(CheckedItem[] items)
    {
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, item) in items.Index())
        {
            foreach (var key in item.Likenesses.Append(item.Arm is { } arm ? $"arm {arm}" : null).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!byKey.TryGetValue(key, out var places))
                    byKey[key] = places = [];
                places.Add(place);
            }
        }

        return byKey.Values.Where(places => places.Count > 1);
    }

    private static bool MayBeOne(CheckedItem one, CheckedItem other) =>
        (one.Arm is null || other.Arm is null || one.Arm == other.Arm)
        && !one.DistinctFrom.Contains(other.Item) && !other.DistinctFrom.Contains(one.Item);
}
