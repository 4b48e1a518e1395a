using System.Collections.Concurrent;
using System.Text.Json;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>The words of reports in one language, from its file in <c>Languages/</c>; every language has the same keys.</summary>
internal sealed class ReportWords
{
    private static readonly ConcurrentDictionary<ReportLanguage, ReportWords> Loaded = new();

    private readonly IReadOnlyDictionary<string, string> _words;

    private ReportWords(ReportLanguage language, IReadOnlyDictionary<string, string> words) => (Language, _words) = (language, words);

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>Its code (ISO 639-1).</summary>
    public string Code => Codes.Of(Language);

    /// <summary>The direction of its script.</summary>
    public string Direction => Language == ReportLanguage.Ar ? "rtl" : "ltr";

    /// <summary>All of them by key.</summary>
    public IReadOnlyDictionary<string, string> All => _words;

    /// <summary>The words of a key.</summary>
    /// <exception cref="KeyNotFoundException">The language file lacks the key.</exception>
    public string this[string key] => _words[key];

    /// <summary>The words of a language.</summary>
    public static ReportWords In(ReportLanguage language) => Loaded.GetOrAdd(language, Load);

    /// <summary>The words for a code; the code itself where a file lacks it, since a report that says less is better than none.</summary>
    public string Of<T>(T value)
        where T : struct, Enum =>
        _words.GetValueOrDefault(KeyOf(value)) ?? Codes.Of(value).Replace('_', ' ');

    /// <summary>The key under which a code's words stand.</summary>
    public static string KeyOf<T>(T value)
        where T : struct, Enum => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name)}.{Codes.Of(value)}";

    private static ReportWords Load(ReportLanguage language)
    {
        using var stream = typeof(ReportWords).Assembly.GetManifestResourceStream($"{Codes.Of(language)}.language.json")!;
        return new ReportWords(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
