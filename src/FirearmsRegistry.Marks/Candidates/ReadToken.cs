using System.Text;

using FirearmsRegistry.Marks.Candidates.Weighing;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>One character of a reading as the search takes it.</summary>
/// <param name="Place">Its place among the characters of the reading.</param>
/// <param name="Cost">What each symbol of a mark costs here.</param>
/// <param name="Extra">What it costs that the mark has no character here.</param>
/// <param name="Free">Whether any number of characters of the mark may stand before it.</param>
/// <param name="Pairs">Two symbols that it may stand for together, such as ZH for one letter of another script.</param>
/// <param name="Readable">Whether anything of it was read.</param>
internal sealed record ReadToken(int Place, byte[] Cost, byte Extra, bool Free, (byte First, byte Second)? Pairs, bool Readable);

/// <summary>A reading as the search takes it: separators gone, alternatives and scripts turned into costs.</summary>
internal sealed class ReadTokens
{
    private ReadTokens(IReadOnlyList<ReadToken> tokens, bool freeAtEnd) => (Tokens, FreeAtEnd) = (tokens, freeAtEnd);

    public IReadOnlyList<ReadToken> Tokens { get; }

    /// <summary>Whether any number of characters of the mark may follow.</summary>
    public bool FreeAtEnd { get; }

    public static ReadTokens Of(MarkReading mark)
    {
        var tokens = new List<ReadToken>();
        var free = false;
        var wrong = Costs.Wrong(mark.Characters.Count(character => !character.AnyNumber && IsSought(character)));
        for (var place = 0; place < mark.Characters.Length; place++)
        {
            var character = mark.Characters[place];
            if (character.AnyNumber)
            {
                free = true;
                continue;
            }

            var before = tokens.Count;
            Add(tokens, place, character, wrong);
            if (free && tokens.Count > before)
            {
                tokens[before] = tokens[before] with { Free = true };
                free = false;
            }
        }

        var kept = tokens.Count > MarkSymbols.MaxLength ? tokens.GetRange(0, MarkSymbols.MaxLength) : tokens;
        return new ReadTokens(EmbeddedLetters(kept), free);
    }

    /// <summary>Whether it takes part in the comparison: separators do not.</summary>
    private static bool IsSought(ReadCharacter character) => character.Options.Length == 0 || MarkSymbols.Of(character.Options).Length > 0;

    private static void Add(List<ReadToken> tokens, int place, ReadCharacter character, int wrong)
    {
        if (character.Options.Length == 0)
        {
            tokens.Add(new ReadToken(place, new byte[MarkSymbols.Codes], Costs.Extra, false, null, Readable: false));
            return;
        }

        var options = new ReadOptions();
        foreach (var rune in character.Options.EnumerateRunes())
            options.Add(rune);
        foreach (var (cost, pair) in options.Tokens(wrong, character.Certainty == CharacterCertainty.Uncertain))
            tokens.Add(new ReadToken(place, cost, Costs.Extra, false, pair, Readable: true));
    }

    /// <summary>Letters between digits weigh less, whether they are missing in the mark or another letter there (NCIC's folding).</summary>
    private static List<ReadToken> EmbeddedLetters(List<ReadToken> tokens)
    {
        for (var i = 1; i < tokens.Count - 1; i++)
        {
            if (!IsOnly(tokens[i], letter: true) || !IsOnly(tokens[i - 1], letter: false) || !IsOnly(tokens[i + 1], letter: false))
                continue;
            var cost = (byte[])tokens[i].Cost.Clone();
            for (var code = 0; code < MarkSymbols.Codes; code++)
            {
                if (MarkSymbols.IsLetter(code))
                    cost[code] = Math.Min(cost[code], (byte)Costs.OtherEmbeddedLetter);
            }

            tokens[i] = tokens[i] with { Cost = cost, Extra = Costs.ExtraEmbeddedLetter };
        }

        return tokens;
    }

    private static bool IsOnly(ReadToken token, bool letter)
    {
        if (!token.Readable)
            return false;
        for (var code = 0; code < MarkSymbols.Codes - 1; code++)
        {
            if (token.Cost[code] == 0 && MarkSymbols.IsLetter(code) != letter)
                return false;
        }

        return true;
    }

    /// <summary>What one place of the reading may stand for.</summary>
    private sealed class ReadOptions
    {
        private readonly List<(byte Code, int Cost)> _single = [];
        private readonly List<byte[]> _several = [];

        public void Add(Rune rune)
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

        public IEnumerable<(byte[] Cost, (byte, byte)? Pair)> Tokens(int wrong, bool uncertain)
        {
            if (_single.Count > 0)
                return [(CostOf(_single, wrong, uncertain), _several.Find(codes => codes.Length == 2) is { } pair ? (pair[0], pair[1]) : null)];
            return _several is [var symbols, ..] ? symbols.Select(code => (CostOf([(code, 0)], wrong, uncertain), ((byte, byte)?)null)) : [];
        }

        private void AddSymbols(byte[] symbols, int cost)
        {
            if (symbols.Length == 1)
                _single.Add((symbols[0], cost));
            else if (symbols.Length > 1)
                _several.Add(symbols);
        }

        private static byte[] CostOf(List<(byte Code, int Cost)> singles, int wrong, bool uncertain)
        {
            var cost = new byte[MarkSymbols.Codes];
            Array.Fill(cost, byte.MaxValue);
            foreach (var (read, own) in singles)
            {
                var substitution = SubstitutionCosts.OfReading(read);
                for (var code = 0; code < cost.Length; code++)
                {
                    var misread = code == read ? 0 : Math.Max(wrong + substitution[code] - (uncertain ? Costs.UncertainSaves : 0), Costs.Damage);
                    cost[code] = Math.Min(cost[code], Costs.Add(misread, own));
                }
            }

            return cost;
        }
    }
}
