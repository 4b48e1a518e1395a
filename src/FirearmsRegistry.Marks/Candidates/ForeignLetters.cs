using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FirearmsRegistry.Marks.Candidates;

/// <summary>
/// What letters and digits of other scripts may stand for besides the Latin letter that they look like, which
/// <see cref="Texts.LatinFolding"/> gives: how they sound, and further shapes that they are taken for.
/// </summary>
internal static class ForeignLetters
{
    // Letter=sound, only where it differs from the look-alike of the folding.
    private const string SoundTable = """
        В=V Н=N Р=R С=S У=U Х=KH Ы=Y З=Z И=I Й=I Ф=F Ц=C Ч=C Щ=SH Ю=U Я=A Э=E Ж=J
        Η=I Ρ=R Υ=U Χ=CH Β=V Ν=N Ω=W Φ=PH Ξ=KS Ψ=P Θ=T
        """;

    // Letter=shapes, each of which it may be taken for.
    private const string ShapeTable = """
        З=3 Б=6 Ч=4 Я=R И=N Й=N Ш=W Щ=W Ь=B Ы=B Э=3 Г=R Д=A Л=N П=N Ф=O Ю=O Ц=U Ж=X
        Δ=A Λ=A Σ=E Ω=O Φ=O Θ=O Π=N Γ=R Ξ=E Ψ=W
        """;

    // Arabic-Indic and Persian digits, by value: what Latin characters their shapes resemble.
    private static readonly string[] DigitShapes = ["", "I", "", "", "", "O0", "7", "VU", "AN", "9"];

    private static readonly FrozenDictionary<int, string> Sounds = Read(SoundTable);

    private static readonly FrozenDictionary<int, string> Shapes = Read(ShapeTable);

    /// <summary>How a letter sounds, where that is another than what it looks like.</summary>
    public static string? SoundOf(Rune rune) => Sounds.GetValueOrDefault(Rune.ToUpperInvariant(rune).Value);

    /// <summary>Further Latin characters that a letter is taken for.</summary>
    public static string ShapesOf(Rune rune) => Shapes.GetValueOrDefault(Rune.ToUpperInvariant(rune).Value, "");

    /// <summary>Latin characters that an Arabic-Indic or Persian digit resembles besides the one that it means.</summary>
    public static string ShapesOfDigit(Rune rune) =>
        rune.Value is >= 0x660 and <= 0x669 or >= 0x6F0 and <= 0x6F9 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber
            ? DigitShapes[(int)Rune.GetNumericValue(rune)]
            : "";

    private static FrozenDictionary<int, string> Read(string table) => table
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(entry => (int)entry[0], entry => entry[2..]);
}
