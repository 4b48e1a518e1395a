using System.Text;

using FirearmsRegistry.Marks.Candidates.Weighing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>What one place of the reading may stand for.</summary>
internal sealed class ReadPlace
{
    private readonly List<(byte Code, int Cost)> _single = [];
    private readonly List<byte[]> _several = [];
    private readonly int _place;
    private readonly ReadCharacter _character;

    public ReadPlace(int place, ReadCharacter character)
    {
        (_place, _character) = (place, character);
        foreach (var rune in character.Options.EnumerateRunes())
            Add(rune);
    }

    public bool AnyNumber => _character.AnyNumber;

    /// <summary>How many characters of a mark are compared with it: separators with none, a letter of another script with several.</summary>
    public int Length => AnyNumber ? 0 : IsUnreadable || _single.Count > 0 ? 1 : _several is [var symbols, ..] ? symbols.Length : 0;

    private bool IsUnreadable => _character.Options.Length == 0;

    private bool IsUncertain => _character.Certainty == CharacterCertainty.Uncertain;

    /// <summary>The only symbol that it may be; null where there are several, or doubts.</summary>
    private byte? Only => !IsUncertain && _several.Count == 0 && _single is [{ Cost: 0 } only] ? only.Code : null;

    /// <summary>The place as the search takes it.</summary>
    /// <param name="wrong">What it costs that one character of the reading is wrong.</param>
    public IEnumerable<ReadToken> Tokens(int wrong)
    {
        if (IsUnreadable)
            return [new ReadToken(_place, new byte[MarkSymbols.Codes], Costs.Extra, false, null, Readable: false)];
        if (_single.Count > 0)
            return [Token(_single, wrong, _several.Find(codes => codes.Length == 2) is { } pair ? (pair[0], pair[1]) : null)];
        return _several is [var symbols, ..] ? symbols.Select(code => Token([(code, 0)], wrong, null)) : [];
    }

    private ReadToken Token(List<(byte Code, int Cost)> singles, int wrong, (byte, byte)? pair) =>
        new(_place, CostOf(singles, wrong), Costs.Extra, false, pair, Readable: true, Only);

    private void Add(Rune rune)
    {
        var key = new StringBuilder();
        LatinFolding.Append(key, rune);
        AddSymbols(MarkSymbols.OfKey(key.ToString()), 0);
        if (ForeignLetters.SoundOf(rune) is { } sound)
            AddSymbols(MarkSymbols.OfKey(sound), Costs.Transliterated);
        foreach (var shape in ForeignLetters.ShapesOf(rune))
            AddSymbols(MarkSymbols.OfKey(shape.ToString()), Costs.Transliterated);
        foreach (var shape in ForeignLetters.ShapesOfDigit(rune))
            AddSymbols(MarkSymbols.OfKey(shape.ToString()), Costs.ShapeOfForeignDigit);
    }

    private void AddSymbols(byte[] symbols, int cost)
    {
        if (symbols.Length == 1)
            _single.Add((symbols[0], cost));
        else if (symbols.Length > 1)
            _several.Add(symbols);
    }

    private byte[] CostOf(List<(byte Code, int Cost)> singles, int wrong)
    {
        var cost = new byte[MarkSymbols.Codes];
        Array.Fill(cost, byte.MaxValue);
        foreach (var (read, own) in singles)
        {
            var substitution = SubstitutionCosts.OfReading(read);
            for (var code = 0; code < cost.Length; code++)
            {
                var misread = code == read ? 0 : Math.Max(wrong + substitution[code] - (IsUncertain ? Costs.UncertainSaves : 0), Costs.Damage);
                cost[code] = Math.Min(cost[code], Costs.Add(misread, own));
            }
        }

        return cost;
    }
}
