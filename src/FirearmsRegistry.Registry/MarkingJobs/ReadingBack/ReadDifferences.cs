using System.Globalization;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.MarkingJobs.ReadingBack;

/// <summary>Which characters of a text, or bytes of a payload, differ from the order.</summary>
internal static class ReadDifferences
{
    /// <summary>The most differences that are told; a text that differs more is another text.</summary>
    public const int Most = 100;

    public static IReadOnlyList<ReadDifference> OfTexts(string ordered, string read) => Compare(Elements(ordered), Elements(read));

    public static IReadOnlyList<ReadDifference> OfBytes(HexBytes ordered, HexBytes read) => Compare(Digits(ordered), Digits(read));

    private static List<ReadDifference> Compare(IReadOnlyList<string> ordered, IReadOnlyList<string> read) =>
    [
        .. Enumerable.Range(0, Math.Max(ordered.Count, read.Count))
            .Select(i => new ReadDifference(i + 1, i < ordered.Count ? ordered[i] : null, i < read.Count ? read[i] : null))
            .Where(place => !string.Equals(place.Ordered, place.Read, StringComparison.Ordinal))
            .Take(Most),
    ];

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
            elements.Add(each.GetTextElement());
        return elements;
    }

    private static string[] Digits(HexBytes bytes) => [.. bytes.ToString().Chunk(2).Select(pair => new string(pair))];
}
