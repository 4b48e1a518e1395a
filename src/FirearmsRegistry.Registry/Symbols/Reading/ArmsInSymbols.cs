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

    public async Task<Result<IReadOnlyList<PictureCode>>> NameAsync(
        IReadOnlyList<PictureCode> codes, Actor actor, QueryReason reason, CancellationToken token)
    {
        var found = codes.SelectMany(code => MarksInPayload.Of(code.Text, code.Payload)).Distinct().ToDictionary(mark => mark, _ => (IReadOnlyList<MarkHit>)[]);
        if (found.Count > MostMarks)
            return SymbolErrors.TooManyMarks(MostMarks);
        foreach (var mark in found.Keys)
        {
            var hits = await search.FindAsync(new MarkQuestion(mark), HitPosition.Start, MostHits, actor, reason, time.GetUtcNow(), token);
            // One further hit only tells that there is another page.
            found[mark] = [.. hits.Take(MostHits)];
        }

        return Result.Of<IReadOnlyList<PictureCode>>(
            [.. codes.Select(code => code with { Firearms = [.. MarksInPayload.Of(code.Text, code.Payload).SelectMany(mark => found[mark])] })]);
    }
}
