using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Shared.Countries;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Firearms.GettingHistory;

/// <summary>
/// The sentences of a history in one language. Whatever people wrote and whatever stands on metal can be isolated (Unicode U+2068 to U+2069),
/// so that a mark inside an Arabic sentence keeps its order and does not turn the sentence around.
/// </summary>
internal sealed class HistoryWords(ReportLanguage language, bool isolates)
{
    /// <summary>Begins a text of its own direction.</summary>
    public const char Isolate = '\u2068';

    /// <summary>Ends it.</summary>
    public const char EndIsolate = '\u2069';

    private readonly ReportWords _words = ReportWords.In(language);

    /// <summary>A sentence with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Place, string Text)> texts)
    {
        // One after the other in the sentence itself: what was filled in may hold the name of a place.
        var sentence = _words["history." + key];
        var said = new System.Text.StringBuilder();
        for (var at = 0; at < sentence.Length;)
        {
            var place = Find(sentence, at, texts, out var text);
            if (place < 0)
            {
                said.Append(sentence, at, sentence.Length - at);
                break;
            }

            said.Append(sentence, at, place - at).Append(text);
            at = sentence.IndexOf('}', place) + 1;
        }

        return said.ToString();
    }

    /// <summary>A further sentence behind another; nothing where there is nothing to say.</summary>
    public string After(string key, string place, string? text) => text is null ? "" : " " + Say(key, (place, Value(text)));

    /// <summary>The words of a code.</summary>
    public string Code<T>(T code)
        where T : struct, Enum => _words.Of(code);

    /// <summary>What people wrote, or what stands on metal.</summary>
    public string Value<T>(T value)
        where T : notnull => isolates ? $"{Isolate}{value}{EndIsolate}" : $"{value}";

    /// <summary>What is known of a value.</summary>
    public string Known<T>(Known<T> known, Func<T, string>? text = null)
        where T : notnull => known.Match(value => text is null ? Value(value) : Value(text(value)), () => _words["none"], () => _words["unknown"]);

    /// <summary>A party by its number; its name is not told without a reason.</summary>
    public string Party(Known<Guid> party) => party.Match(id => Say("party", ("id", Value(id))), () => Say("nobody"), () => _words["unknown"]);

    /// <summary>The name of a country.</summary>
    public string Country(CountryCode country) => CountryNames.Of(language, country);

    /// <summary>A date as precisely as it is known.</summary>
    public string Date(PartialDate date) => _words.Date(date);

    /// <summary>A whole number.</summary>
    public string Number(long number) => _words.Number(number);

    private static int Find(string sentence, int from, ReadOnlySpan<(string Place, string Text)> texts, out string text)
    {
        text = "";
        var at = sentence.IndexOf('{', from);
        if (at < 0)
            return -1;
        var name = sentence[(at + 1)..sentence.IndexOf('}', at)];
        foreach (var (place, words) in texts)
        {
            if (place == name)
                text = words;
        }

        return at;
    }
}
