using System.Text;

using FirearmsRegistry.Marks.Texts;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>
/// Characters of marks as small numbers: 0 to 9, then A to Z, then a few for the letters of other scripts that no Latin letter stands for,
/// which may share a number.
/// </summary>
internal static class MarkSymbols
{
    /// <summary>How many numbers there are: three tables of sixteen, which is what one look-up by vector takes.</summary>
    public const int Codes = 48;

    /// <summary>The most symbols of a mark that are compared.</summary>
    public const int MaxLength = 100;

    /// <summary>Fills what is no mark; equals no symbol that is read.</summary>
    public const byte Nothing = Codes - 1;

    private const int FirstOther = 36;

    public static bool IsLatin(int code) => code < FirstOther;

    public static bool IsDigit(int code) => code < 10;

    public static bool IsLetter(int code) => code >= 10;

    /// <summary>The character of a Latin code; a stand-in for the others.</summary>
    public static char CharacterOf(int code) => code < 10 ? (char)('0' + code) : code < FirstOther ? (char)('A' + code - 10) : '\uFFFD';

    /// <summary>The symbols of a mark by what its characters look like: those of its <see cref="SearchKey.ExactKey"/>.</summary>
    public static byte[] Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            LatinFolding.Append(key, rune);
        return OfKey(key.ToString());
    }

    /// <summary>The symbols of a mark by how its letters sound; null where that makes no difference.</summary>
    public static byte[]? OfSound(string text)
    {
        var differs = false;
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (ForeignLetters.SoundOf(rune) is { } sound)
            {
                differs = true;
                key.Append(sound);
            }
            else
            {
                LatinFolding.Append(key, rune);
            }
        }

        return differs ? OfKey(key.ToString()) : null;
    }

    /// <summary>The symbols of a key of Latin capitals, digits and letters of other scripts.</summary>
    public static byte[] OfKey(string key)
    {
        var codes = new List<byte>(key.Length);
        foreach (var rune in key.EnumerateRunes())
        {
            if (codes.Count == MaxLength)
                break;
            codes.Add(OfFolded(rune));
        }

        return [.. codes];
    }

    private static byte OfFolded(Rune rune) => rune.Value switch
    {
        >= '0' and <= '9' => (byte)(rune.Value - '0'),
        >= 'A' and <= 'Z' => (byte)(rune.Value - 'A' + 10),
        _ => (byte)(FirstOther + rune.Value % (Nothing - FirstOther)),
    };
}
