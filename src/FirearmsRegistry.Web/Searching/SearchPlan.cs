using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.NationalNumbers;
using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Symbols.Reading;

namespace FirearmsRegistry.Web.Searching;

/// <summary>What a text in the one search box may mean, and so where it is looked for.</summary>
/// <param name="Record">The id of a record, such as a seizure or a request.</param>
/// <param name="Mark">A mark, looked for character by character and by its search keys.</param>
/// <param name="Reading">A worn mark, for which candidates are weighed.</param>
/// <param name="Name">The name of a party.</param>
/// <param name="Reference">The number that an authority gave to a seizure, or to its request.</param>
/// <param name="NumberFault">Why a text that is built like a national number is none, such as a mistyped check character.</param>
internal sealed record SearchPlan(Guid? Record, string? Mark, string? Reading, string? Name, string? Reference, string? NumberFault)
{
    private static readonly SearchPlan Nothing = new(null, null, null, null, null, null);

    /// <summary>Decides. The text is taken as typed; a scanned national number may have blanks or none.</summary>
    public static SearchPlan Of(string text)
    {
        text = text.Trim();
        if (Guid.TryParse(text, out var record))
            return Nothing with { Record = record };
        if (MarkInSymbol(text) is { } marked)
            return Nothing with { Mark = marked };
        if (NationalNumber.Parse(text).TryGet(out var number, out var fault))
            return Nothing with { Mark = number.ToString() };
        var reading = MarkReading.Parse(text).TryGet(out var read, out _) ? read : (MarkReading?)null;
        var worn = reading is { IsExact: false };
        return new SearchPlan(
            null,
            !worn && MarkText.Parse(text).TryGet(out _, out _) ? text : null,
            reading is null ? null : text,
            text.Any(char.IsLetter) && !worn ? text : null,
            worn ? null : text,
            LooksLikeNumber(text) ? fault.Rule : null);
    }

    /// <summary>
    /// The mark in what a camera or a hand scanner read from a symbol, with its control characters, without them or with the signs that scanners
    /// put in their place; null for what a person types.
    /// </summary>
    private static string? MarkInSymbol(string text)
    {
        if (!text.StartsWith("[)>", StringComparison.Ordinal) && !text.StartsWith(']') && !text.Any(char.IsControl))
            return null;
        return PayloadReader.Read(text).TryGet(out var read, out _)
            ? MarksInPayload.Of(text, CodePayload.Of(read)).Select(mark => mark.ToString()).FirstOrDefault()
            : null;
    }

    /// <summary>Two letters, then as many letters and digits as a national number has.</summary>
    private static bool LooksLikeNumber(string text)
    {
        var plain = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        return plain.Length == 14 && plain[..2].All(char.IsAsciiLetterUpper) && plain[2..4].All(char.IsAsciiDigit) && plain[5..12].All(char.IsAsciiDigit);
    }
}
