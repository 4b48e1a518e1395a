using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Shared.Wording;

/// <summary>
/// The words of the pages in one language. An area's stand in its <c>Words/</c>, one file per language with the same keys; the area's folder
/// is the first part of the key: <c>Firearms/Words/en.json</c> holds <c>firearms.…</c>.
/// </summary>
public sealed class Words
{
    private static readonly ConcurrentDictionary<ReportLanguage, Words> Loaded = new();

    private readonly FrozenDictionary<string, string> _words;
    private readonly ReportWords _reports;

    private Words(ReportLanguage language, FrozenDictionary<string, string> words) =>
        (Language, _words, _reports) = (language, words, ReportWords.In(language));

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>Its ISO 639-1 code.</summary>
    public string Code => _reports.Code;

    /// <summary>The direction of its script: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => _reports.Direction;

    /// <summary>The words of a key, the pages' or the reports'; the key itself where both lack it, which a test forbids.</summary>
    public string this[string key] => _words.GetValueOrDefault(key) ?? _reports.All.GetValueOrDefault(key, key);

    /// <summary>The words of the reports, for what reports and pages both say.</summary>
    internal ReportWords Reports => _reports;

    /// <summary>Every key of the pages' own.</summary>
    internal IReadOnlyCollection<string> Keys => _words.Keys;

    /// <summary>The words of a language.</summary>
    public static Words In(ReportLanguage language) => Loaded.GetOrAdd(language, Load);

    /// <summary>Whether there are words for the key.</summary>
    public bool Has(string key) => _words.ContainsKey(key);

    /// <summary>The words of a key that depend on a number, which stands at <c>{n}</c>: <c>key.one</c>, <c>key.few</c>, <c>key.other</c> …</summary>
    public string Count(string key, long number) =>
        this[$"{key}.{Plurals.Of(Language, number)}"].Replace("{n}", Number(number), StringComparison.Ordinal);

    /// <summary>The words of a code, such as the kind of a mark.</summary>
    public string Of<T>(T code)
        where T : struct, Enum =>
        _words.GetValueOrDefault("shared.codes." + ReportWords.KeyOf(code)) ?? _reports.Of(code);

    /// <summary>The words of a code whose type is known by its name, such as <c>mark_kind</c>; null where there are none.</summary>
    internal string? OfCode(string type, string code) =>
        _words.GetValueOrDefault($"shared.codes.{type}.{code}") ?? _reports.All.GetValueOrDefault($"{type}.{code}");

    /// <summary>What is known of a value: its text, "none" or "unknown".</summary>
    public string Of<T>(Known<T> known, Func<T, string> text)
        where T : notnull => known.Match(text, () => _reports["none"], () => _reports["unknown"]);

    /// <summary>Words one after another, with the comma of the language between them.</summary>
    public string List(params IEnumerable<string> words) => string.Join(this["shared.list_comma"] + " ", words).TrimEnd();

    /// <summary>A date as precisely as it is known.</summary>
    public string Date(PartialDate date) => _reports.Date(date);

    /// <summary>A moment to the minute in UTC.</summary>
    public string Moment(DateTimeOffset moment) => _reports.Moment(moment);

    /// <summary>A moment in UTC with the seconds that it has.</summary>
    public string MomentInFull(DateTimeOffset moment) => _reports.MomentInFull(moment);

    /// <summary>A whole number.</summary>
    public string Number(long number) => _reports.Number(number);

    /// <summary>Days to a tenth; a dash where there are none.</summary>
    public string Days(decimal? days) =>
        days?.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace(".", this["number.decimal"], StringComparison.Ordinal) ?? "–";

    /// <summary>A percentage with two decimals.</summary>
    public string Percent(decimal percent) => _reports.Percent(percent);

    /// <summary>Words with marks, numbers or names in their places (<c>{name}</c>), each kept from turning the sentence around.</summary>
    internal MarkupString Sentence(string key, params ReadOnlySpan<(string Place, Markup Value)> values) =>
        new(Markup.Sentence(this[key], values).Html);

    private static Words Load(ReportLanguage language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (area, stream) in Files(language))
        {
            using (stream)
            {
                foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                    words.Add($"{area}.{key}", text);
            }
        }

        return new Words(language, words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Area, Stream Words)> Files(ReportLanguage language)
    {
        const string Start = "words/";
        var end = $"/Words/{Languages.CodeOf(language)}";
        var assembly = Assembly.GetExecutingAssembly();
        return from name in assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
               where name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal)
               let area = JsonNamingPolicy.SnakeCaseLower.ConvertName(name[Start.Length..^end.Length].Replace('/', '.'))
               select (area.Replace("._", ".", StringComparison.Ordinal), assembly.GetManifestResourceStream(name)!);
    }
}
