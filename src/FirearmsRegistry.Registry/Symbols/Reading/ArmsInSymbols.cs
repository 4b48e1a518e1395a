using FirearmsRegistry.Marks.Payloads;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Symbols.Reading;

/// <summary>Names the arms whose marks are in a picture: the search by mark, once for each mark, with its entries in the access log.</summary>
internal sealed class ArmsInSymbols(FirearmSearch search, TimeProvider time)
{
    private const int MostHits = 20;

    private const int MostMarks = 20;

    private const int AuthorityLength = Ncage.Length;

    public async Task<Result<IReadOnlyList<PictureCode>>> NameAsync(
        IReadOnlyList<PictureCode> codes, Actor actor, QueryReason reason, CancellationToken token)
    {
        var found = codes.SelectMany(MarksIn).Distinct().ToDictionary(mark => mark, _ => (IReadOnlyList<MarkHit>)[]);
        if (found.Count > MostMarks)
            return SymbolErrors.TooManyMarks(MostMarks);
        foreach (var mark in found.Keys)
        {
            var hits = await search.FindAsync(new MarkQuestion(mark), HitPosition.Start, MostHits, actor, reason, time.GetUtcNow(), token);
            // One further hit only tells that there is another page.
            found[mark] = [.. hits.Take(MostHits)];
        }

        return Result.Of<IReadOnlyList<PictureCode>>(
            [.. codes.Select(code => code with { Firearms = [.. MarksIn(code).SelectMany(mark => found[mark])] })]);
    }

    /// <summary>What of a symbol could stand on an arm as a mark: its national number, else its serials, else its text where it is no payload.</summary>
    public static IReadOnlyList<MarkText> MarksIn(PictureCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return [.. Texts(code).Select(text => MarkText.Parse(text).Match<MarkText?>(mark => mark, _ => null)).OfType<MarkText>().Distinct()];
    }

    private static IEnumerable<string> Texts(PictureCode code) => code.Payload switch
    {
        null => [code.Text],
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
