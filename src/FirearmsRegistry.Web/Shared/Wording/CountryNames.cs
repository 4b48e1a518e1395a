using System.Collections.Concurrent;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Wording;
using Names = FirearmsRegistry.Registry.Shared.Countries.CountryNames;

namespace FirearmsRegistry.Web.Shared.Wording;

/// <summary>The countries of ISO 3166-1 by their names in a language, in the order of those names.</summary>
internal static class CountryNames
{
    private static readonly ConcurrentDictionary<ReportLanguage, IReadOnlyList<(string Code, string Name)>> Sorted = new();

    public static IReadOnlyList<(string Code, string Name)> Of(Words words) => Sorted.GetOrAdd(words.Language, language =>
        [.. CountryCode.Current.Select(country => (country.Alpha3, Names.Of(language, country))).OrderBy(country => country.Item2, StringComparer.Ordinal)]);

    /// <summary>The name of one by its code; what is no code of a country as it is.</summary>
    public static string? Of(Words words, string? code) => CountryCode.Parse(code).TryGet(out var country, out _) ? Of(words, country) : code;

    /// <summary>The name of one; its code where it has none, as for codes that only a registry's own catalogue explains.</summary>
    public static string Of(Words words, CountryCode country) => Names.Of(words.Language, country);
}
