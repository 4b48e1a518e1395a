namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>A piece of a text that names entries of a catalogue.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Text">The piece, as it stands in the text.</param>
/// <param name="Codes">The entries: several where they share the name.</param>
public sealed record TextMatch(CatalogueKind Kind, string Text, IReadOnlyList<CatalogueCode> Codes);

/// <summary>Finds makers, models, cartridges and countries in a whole text, as it was marked or written down.</summary>
internal static class TextLookUp
{
    private const int LongestName = 8;

    // A model is sought among those of the makers found before: "75" alone says nothing.
    private static readonly CatalogueKind[] Order = [CatalogueKind.Makers, CatalogueKind.Countries, CatalogueKind.Cartridges];

    /// <summary>The matches in the order of the text. Longer pieces win over shorter ones; each word is used once.</summary>
    public static IReadOnlyList<TextMatch> Find(CatalogueLookUp catalogues, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = new List<(int Start, TextMatch Match)>();
        var used = new bool[words.Length];
        foreach (var (start, length) in Pieces(words.Length))
        {
            if (used.AsSpan(start, length).Contains(true))
                continue;
            var piece = Piece(words, start, length);
            // One letter, or two digits, name too much to be told from chance.
            if (CatalogueKeys.Of(piece).Length < 2 || Order.Select(kind => Match(catalogues, kind, piece)).FirstOrDefault(match => match is not null) is not { } match)
                continue;
            Take(start, length, match);
        }

        var makers = found.Where(pair => pair.Match.Kind == CatalogueKind.Makers).SelectMany(pair => pair.Match.Codes).Distinct().ToList();
        foreach (var (start, length) in Pieces(words.Length))
        {
            if (used.AsSpan(start, length).Contains(true))
                continue;
            var piece = Piece(words, start, length);
            var models = makers.SelectMany(maker => catalogues.FindModel(maker, piece).Codes).Distinct().Order().ToList();
            if (models.Count > 0)
                Take(start, length, new TextMatch(CatalogueKind.Models, piece, models));
        }

        return [.. found.OrderBy(pair => pair.Start).Select(pair => pair.Match)];

        void Take(int start, int length, TextMatch match)
        {
            used.AsSpan(start, length).Fill(true);
            found.Add((start, match));
        }
    }

    private static TextMatch? Match(CatalogueLookUp catalogues, CatalogueKind kind, string piece)
    {
        var matches = kind switch
        {
            CatalogueKind.Makers => catalogues.FindMaker(piece),
            CatalogueKind.Countries => catalogues.FindCountry(piece),
            CatalogueKind.Cartridges => catalogues.FindCartridge(piece),
            CatalogueKind.Models or CatalogueKind.Types or CatalogueKind.Actions => CatalogueMatches.None,
        };
        return matches.IsFound ? new TextMatch(kind, piece, matches.Codes) : null;
    }

    private static IEnumerable<(int Start, int Length)> Pieces(int words) =>
        from length in Enumerable.Range(1, Math.Min(LongestName, words)).Reverse()
        from start in Enumerable.Range(0, words - length + 1)
        select (start, length);

    private static string Piece(string[] words, int start, int length) => string.Join(' ', words.AsSpan(start, length)!).Trim(',', ';', ':');
}
