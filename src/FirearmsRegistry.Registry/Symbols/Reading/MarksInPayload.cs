using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary>What of a symbol could stand on an arm as a mark: its national number, else its serials, else its text where it is no payload.</summary>
internal static class MarksInPayload
{
    private const int AuthorityLength = Ncage.Length;

    public static IReadOnlyList<MarkText> Of(string text, CodePayload? payload) =>
        [.. Texts(text, payload).Select(each => MarkText.Parse(each).Match<MarkText?>(mark => mark, _ => null)).OfType<MarkText>().Distinct()];

    private static IEnumerable<string> Texts(string text, CodePayload? payload) => payload switch
    {
        null => [text],
        { NationalNumber: { } number } => [number.ToString()],
        { Elements: var elements } => elements.Select(Serial).OfType<string>(),
    };

    private static string? Serial(CodeElement element) => (element.Syntax, element.Identifier) switch
    {
        (ElementSyntax.DataIdentifiers, "S") => element.Value,
        (ElementSyntax.DataIdentifiers, "18S") when element.Value.Length > AuthorityLength => element.Value[AuthorityLength..],
        (ElementSyntax.TextElements, "SER" or "SEQ" or "UCN") => element.Value,
        (ElementSyntax.ApplicationIdentifiers, "21") => element.Value,
        _ => null,
    };
}
