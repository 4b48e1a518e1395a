using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Shared.Countries;

/// <summary>The names of countries in a language, from its file in <c>Names/</c>: those of ISO 3166-1, and those that are no more. For reports and pages.</summary>
internal static class CountryNames
{
    private static readonly ConcurrentDictionary<ReportLanguage, FrozenDictionary<string, string>> Loaded = new();

    /// <summary>The name; for a user-assigned code, which only a registry's own catalogue explains, that code.</summary>
    public static string Of(ReportLanguage language, CountryCode country) => In(language).GetValueOrDefault(country.Alpha3, country.Alpha3);

    /// <summary>All names by alpha-3 code.</summary>
    public static IReadOnlyDictionary<string, string> In(ReportLanguage language) => Loaded.GetOrAdd(language, Load);

    private static FrozenDictionary<string, string> Load(ReportLanguage language)
    {
        using var stream = typeof(CountryNames).Assembly.GetManifestResourceStream($"{Codes.Of(language)}.countries.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
