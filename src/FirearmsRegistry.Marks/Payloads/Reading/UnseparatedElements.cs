using FirearmsRegistry.Marks.Payloads.Identifiers;

namespace FirearmsRegistry.Marks.Payloads.Reading;

/// <summary>Finds the elements of an envelope whose separators were stripped, where there is only one way to do so.</summary>
internal static class UnseparatedElements
{
    /// <summary>Longer texts than any mark carries are not tried, so that a hostile one costs nothing.</summary>
    private const int Longest = 200;

    /// <summary>The end of each element, counted from the text's first character; none if there is no way, or more than one.</summary>
    public static IReadOnlyList<int>? Ends(ElementSyntax syntax, string text)
    {
        if (text.Length is 0 or > Longest) return null;
        // From the back: in how many ways, two standing for more, the rest of the text falls apart, and where its first element ends.
        var ways = new int[text.Length + 1];
        var firstEnd = new int[text.Length];
        ways[text.Length] = 1;
        for (var at = text.Length - 1; at >= 0; at--)
        {
            foreach (var end in PossibleEnds(syntax, text, at).Where(end => ways[end] > 0))
            {
                firstEnd[at] = end;
                ways[at] = Math.Min(2, ways[at] + ways[end]);
            }
        }

        if (ways[0] != 1) return null;
        var ends = new List<int>();
        for (var at = 0; at < text.Length; at = firstEnd[at]) ends.Add(firstEnd[at]);
        return ends;
    }

    private static IEnumerable<int> PossibleEnds(ElementSyntax syntax, string text, int at)
    {
        if (IdentifierTable.Find(syntax, text.AsSpan(at)) is not { IsListed: true } found) return [];
        var valueAt = at + found.Length;
        return NationalPayload.LengthOf(found.Rule.Identifier, text.AsSpan(valueAt)) is { } length
            ? [valueAt + length]
            : Enumerable.Range(valueAt, text.Length - valueAt + 1).Where(end => found.Rule.Check(text[valueAt..end]) is null);
    }
}
