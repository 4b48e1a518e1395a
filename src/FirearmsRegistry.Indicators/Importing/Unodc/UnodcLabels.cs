using System.Collections.Frozen;
using System.Text;

namespace FirearmsRegistry.Indicators.Importing.Unodc;

/// <summary>
/// This system's codes for UNODC's labels, spelling mistakes and all (<c>schemas/import/unodc-iafq-labels.csv</c>). The tracing rows stand
/// there under "by location", and a total is called "Surrendered"; so labels are looked up whole and never guessed.
/// </summary>
internal static class UnodcLabels
{
    private static readonly FrozenDictionary<(string, string, string), UnodcCodes> Codes = Read();

    public static UnodcCodes? Find(string indicator, string dimension, string category) => Codes.GetValueOrDefault((indicator, dimension, category));

    /// <summary>The codes of all labels, each once.</summary>
    public static IEnumerable<UnodcCodes> All => Codes.Values.Distinct();

    /// <summary>Whether some label stands for these codes.</summary>
    public static bool Knows(UnodcCodes codes) => Codes.Values.Contains(codes);

    /// <summary>The categories for which some label stands.</summary>
    public static IReadOnlyList<string> CategoriesOf(string indicator, string dimension) =>
    [
        .. Codes.Values.Where(codes => codes.Indicator == indicator && codes.Dimension == dimension)
            .Select(codes => codes.Category).Distinct().Order(StringComparer.Ordinal),
    ];

    private static FrozenDictionary<(string, string, string), UnodcCodes> Read()
    {
        using var file = typeof(UnodcLabels).Assembly.GetManifestResourceStream("import/unodc-iafq-labels.csv")
            ?? throw new InvalidOperationException("The table of labels is not in the assembly.");
        var row = new SeparatedText(new StreamReader(file, Encoding.UTF8));
        var codes = new Dictionary<(string, string, string), UnodcCodes>();
        for (var header = row.Read(); header && row.Read();)
        {
            codes.Add((row[0].ToString(), row[1].ToString(), row[2].ToString()),
                new(row[3].ToString(), row[4].ToString(), row[5].ToString()));
        }

        return codes.ToFrozenDictionary();
    }
}

/// <summary>The codes of a label.</summary>
internal sealed record UnodcCodes(string Indicator, string Dimension, string Category);
