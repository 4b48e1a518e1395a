using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Access.SignIn.Pages;

/// <summary>The words of the sign-in pages in one language, from its file in <c>Words/</c>; every language has the same keys.</summary>
internal sealed class PageWords
{
    private static readonly ConcurrentDictionary<ReportLanguage, PageWords> Loaded = new();

    private PageWords(ReportLanguage language, FrozenDictionary<string, string> words) =>
        (Language, All, Reports) = (language, words, ReportWords.In(language));

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>Every key with its words.</summary>
    public FrozenDictionary<string, string> All { get; }

    /// <summary>Dates, and the direction of the script.</summary>
    public ReportWords Reports { get; }

    /// <summary>The words of a key.</summary>
    public string this[string key] => All[key];

    /// <summary>The words of the language that the reader chose, or that his browser asks for.</summary>
    public static PageWords For(HttpContext http) =>
        In(Languages.Choose(http.Request.Cookies[Languages.Cookie], http.Request.Headers.AcceptLanguage));

    /// <summary>The words of a language.</summary>
    public static PageWords In(ReportLanguage language) => Loaded.GetOrAdd(language, Load);

    private static PageWords Load(ReportLanguage language)
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream($"{Languages.CodeOf(language)}.sign-in.json")!;
        return new PageWords(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
