namespace FirearmsRegistry.Registry.Catalogues.LookingUp;

/// <summary>A piece of a text that names entries of a catalogue.</summary>
/// <param name="Kind">The catalogue.</param>
/// <param name="Text">The piece, as it stands in the text.</param>
/// <param name="Codes">The entries: several where they share the name.</param>
public sealed record TextMatch(CatalogueKind Kind, string Text, IReadOnlyList<CatalogueCode> Codes);

/// <summary>
/// Finds makers, models, cartridges and countries in a whole text, as it was marked or written down. Longer pieces win over shorter ones,
/// and each word is used once.
/// </summary>
internal sealed class TextLookUp
{
    private const int LongestName = 8;

    // One character names too much to be told from chance.
    private const int LeastKey = 2;

    // ISO codes in a text are mostly other words ("NO", "DE", "PER"); these two stand on arms.
    private static readonly string[] CodesOnArms = ["USA", "DDR"];

    private readonly CatalogueLookUp _catalogues;
    private readonly string[] _words;
    private readonly bool[] _used;
    private readonly List<(int Start, TextMatch Match)> _found = [];

    private TextLookUp(CatalogueLookUp catalogues, string text)
    {
        _catalogues = catalogues;
        _words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _used = new bool[_words.Length];
    }

    /// <summary>The matches in the order of the text; a piece that names a model and a cartridge gives both.</summary>
    public static IReadOnlyList<TextMatch> Find(CatalogueLookUp catalogues, string text)
    {
        var search = new TextLookUp(catalogues, text);
        search.TakeAll(search.MakerOrCountry);
        // A model is sought among those of the makers found: "75" alone says nothing.
        var makers = search._found.Where(pair => pair.Match.Kind == CatalogueKind.Makers).SelectMany(pair => pair.Match.Codes).Distinct().ToList();
        search.TakeAll(piece => search.ModelAndCartridge(makers, piece));
        return [.. search._found.OrderBy(pair => pair.Start).Select(pair => pair.Match)];
    }

    private void TakeAll(Func<string, IEnumerable<TextMatch>> match)
    {
        for (var length = Math.Min(LongestName, _words.Length); length > 0; length--)
        {
            for (var start = 0; start + length <= _words.Length; start++)
            {
                if (!_used.AsSpan(start, length).Contains(true))
                    Take(start, length, match);
            }
        }
    }

    private void Take(int start, int length, Func<string, IEnumerable<TextMatch>> match)
    {
        var piece = string.Join(' ', _words.Skip(start).Take(length)).Trim(',', ';', ':');
        if (CatalogueKeys.Of(piece).Length < LeastKey)
            return;
        var matches = match(piece).Where(found => found.Codes.Count > 0).ToList();
        if (matches.Count == 0)
            return;
        _used.AsSpan(start, length).Fill(true);
        _found.AddRange(matches.Select(found => (start, found)));
    }

    private IEnumerable<TextMatch> MakerOrCountry(string piece)
    {
        var makers = _catalogues.FindMaker(piece);
        yield return new TextMatch(CatalogueKind.Makers, piece, makers.Codes);
        if (!makers.IsFound && !IsIsoCode(piece))
            yield return new TextMatch(CatalogueKind.Countries, piece, _catalogues.FindCountry(piece).Codes);
    }

    private IEnumerable<TextMatch> ModelAndCartridge(IEnumerable<CatalogueCode> makers, string piece)
    {
        IReadOnlyList<CatalogueCode> models = [.. makers.SelectMany(maker => _catalogues.FindModel(maker, piece).Codes).Distinct().Order()];
        yield return new TextMatch(CatalogueKind.Models, piece, models);
        yield return new TextMatch(CatalogueKind.Cartridges, piece, _catalogues.FindCartridge(piece).Codes);
    }

    private bool IsIsoCode(string piece)
    {
        var key = CatalogueKeys.Of(piece);
        return key.Length <= 3 && !CodesOnArms.Contains(key)
            && _catalogues.FindCountry(piece).Codes.Select(code => _catalogues.Snapshot.Find(CatalogueKind.Countries, code)!.Country!.Code)
                .Any(country => country.Alpha3 == key || country.Alpha2 == key);
    }
}
