using System.Collections.Frozen;
using FirearmsRegistry.Machines.Driving;

namespace FirearmsRegistry.Machines.Engraving;

/// <summary>
/// A font of single strokes on a grid 4 wide and 6 high. A zero has a bar, so that it is no O. Small letters are missing: marks are in capitals.
/// </summary>
internal static class StrokeFont
{
    public const int CapHeight = 6;
    public const int Advance = 6;

    // Each point is two digits, x and y; a space lifts the tool.
    private static readonly FrozenDictionary<char, IReadOnlyList<IReadOnlyList<(int X, int Y)>>> Glyphs = new Dictionary<char, string>
    {
        [' '] = "",
        ['0'] = "103041453616050110 0145",
        ['1'] = "152620 1030",
        ['2'] = "05163645440040",
        ['3'] = "05163645443313 334241301001",
        ['4'] = "30360242",
        ['5'] = "460603334241301001",
        ['6'] = "4536160501103041423303",
        ['7'] = "064610",
        ['8'] = "13040516364544331302011030414233",
        ['9'] = "0110304145361605041343",
        ['A'] = "002640 1333",
        ['B'] = "00063645443303 3342413000",
        ['C'] = "4536160501103041",
        ['D'] = "00062644422000",
        ['E'] = "46060040 0333",
        ['F'] = "460600 0333",
        ['G'] = "45361605011030414323",
        ['H'] = "0006 4046 0343",
        ['I'] = "1030 2026 1636",
        ['J'] = "0110304146",
        ['K'] = "0006 460340",
        ['L'] = "060040",
        ['M'] = "0006234640",
        ['N'] = "00064046",
        ['O'] = "103041453616050110",
        ['P'] = "00063645443303",
        ['Q'] = "103041453616050110 2240",
        ['R'] = "00063645443303 2340",
        ['S'] = "453616050413334241301001",
        ['T'] = "2026 0646",
        ['U'] = "060110304146",
        ['V'] = "062046",
        ['W'] = "0610233046",
        ['X'] = "0046 0640",
        ['Y'] = "062346 2023",
        ['Z'] = "06460040",
        ['-'] = "1333",
        ['+'] = "1333 2224",
        ['/'] = "0046",
        ['.'] = "2021",
        [','] = "2110",
        [':'] = "2122 2425",
        ['='] = "0242 0444",
        ['_'] = "0040",
        ['('] = "36252130",
        [')'] = "16252110",
    }.ToFrozenDictionary(pair => pair.Key, pair => Strokes(pair.Value));

    public static IEnumerable<char> Characters => Glyphs.Keys;

    public static IReadOnlyList<IReadOnlyList<(int X, int Y)>> Of(char character) =>
        Glyphs.TryGetValue(character, out var strokes)
            ? strokes
            : throw Refusals.Order("character-not-in-font", "The text has a character that the engraving font lacks.").Thrown();

    private static IReadOnlyList<IReadOnlyList<(int X, int Y)>> Strokes(string glyph) =>
        [.. glyph.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(stroke => stroke.Chunk(2).Select(point => (point[0] - '0', point[1] - '0')).ToList())];
}
