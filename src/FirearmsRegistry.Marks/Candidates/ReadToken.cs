using FirearmsRegistry.Marks.Candidates.Weighing;
using FirearmsRegistry.Marks.MarksAsRead;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>One character of a reading as the search takes it.</summary>
/// <param name="Place">Its place among the characters of the reading.</param>
/// <param name="Cost">What each symbol of a mark costs here.</param>
/// <param name="Extra">What it costs that the mark has no character here.</param>
/// <param name="Free">Whether any number of characters of the mark may stand before it.</param>
/// <param name="Pairs">Two symbols that it may stand for together, such as ZH for one letter of another script.</param>
/// <param name="Readable">Whether anything of it was read.</param>
/// <param name="Read">The one symbol that was read with certainty; null where there are several, or doubts.</param>
internal sealed record ReadToken(int Place, byte[] Cost, byte Extra, bool Free, (byte First, byte Second)? Pairs, bool Readable, byte? Read = null);

/// <summary>A reading as the search takes it: separators gone, alternatives and scripts turned into costs.</summary>
internal sealed class ReadTokens
{
    private ReadTokens(IReadOnlyList<ReadToken> tokens, bool freeAtEnd) => (Tokens, FreeAtEnd) = (tokens, freeAtEnd);

    public IReadOnlyList<ReadToken> Tokens { get; }

    /// <summary>Whether any number of characters of the mark may follow.</summary>
    public bool FreeAtEnd { get; }

    public static ReadTokens Of(MarkReading mark)
    {
        var places = mark.Characters.Select((character, place) => new ReadPlace(place, character)).ToArray();
        // What a wrong character costs follows from how many there are, and a letter of another script may be several.
        var wrong = Costs.Wrong(Math.Min(places.Sum(place => place.Length), MarkSymbols.MaxLength));
        var tokens = new List<ReadToken>();
        var free = false;
        foreach (var place in places)
        {
            if (place.AnyNumber)
            {
                free = true;
                continue;
            }

            var before = tokens.Count;
            tokens.AddRange(place.Tokens(wrong));
            if (free && tokens.Count > before)
            {
                tokens[before] = tokens[before] with { Free = true };
                free = false;
            }
        }

        var kept = tokens.Count > MarkSymbols.MaxLength ? tokens.GetRange(0, MarkSymbols.MaxLength) : tokens;
        return new ReadTokens(EmbeddedLetters(kept), free);
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
}
