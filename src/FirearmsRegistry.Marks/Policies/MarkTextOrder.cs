using System.Globalization;

using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Policies;

/// <summary>
/// Holds the text of a mark against the order of its policy. Only parts that are known and stand in the text once, as words of their own,
/// are compared: a serial that happens to hold the year says nothing about order.
/// </summary>
internal static class MarkTextOrder
{
    public static PolicyBreach? Check(TextOrder order, MarkContent content, MarkText text)
    {
        var seen = order.Parts
            .Select(part => (Part: part, At: Place(text.ToString(), Spellings(part, content))))
            .Where(part => part.At is not null)
            .ToList();
        var swapped = seen.Zip(seen.Skip(1)).FirstOrDefault(pair => pair.Second.At < pair.First.At);
        return swapped == default
            ? null
            : new PolicyBreach(
                "/text",
                $"The text tells its {Codes.Codes.Of(swapped.First.Part)} before its {Codes.Codes.Of(swapped.Second.Part)}.",
                order.Source,
                text.ToString(),
                BreachWeight.Warning);
    }

    private static string[] Spellings(MarkTextPart part, MarkContent content) => part switch
    {
        MarkTextPart.Country => Known(content.Country?.Alpha2, content.Country?.ToString()),
        MarkTextPart.Maker => Known(content.Maker),
        MarkTextPart.Symbol => Known(content.Symbol),
        MarkTextPart.Serial => Known(content.Serial?.ToString()),
        MarkTextPart.Year when content.Year is { } year =>
            Known(year.ToString(CultureInfo.InvariantCulture), (year % 100).ToString("00", CultureInfo.InvariantCulture)),
        MarkTextPart.NationalNumber => Known(content.NationalNumber?.Printed, content.NationalNumber?.ToString()),
        _ => [],
    };

    private static string[] Known(params string?[] spellings) => [.. spellings.Where(spelling => !string.IsNullOrWhiteSpace(spelling)).Select(spelling => spelling!)];

    private static int? Place(string text, string[] spellings)
    {
        var places = spellings.SelectMany(spelling => Places(text, spelling)).Distinct().Take(2).ToList();
        return places.Count == 1 ? places[0] : null;
    }

    private static IEnumerable<int> Places(string text, string word)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (IsEdge(at - 1) && IsEdge(at + word.Length))
                yield return at;
        }

        int Next(int from) => from > text.Length ? -1 : text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
        bool IsEdge(int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
    }
}
