using System.Text;
using System.Text.RegularExpressions;

namespace FirearmsRegistry.Web.Shared.Rules;

/// <summary>A sentence as the API tells it in English, with places for what it says of this time.</summary>
internal sealed partial class Template
{
    private readonly Lazy<Regex> _regex;
    private readonly string _begin;
    private readonly string _end;

    /// <summary>Reads a template.</summary>
    /// <param name="key">The key of its words.</param>
    /// <param name="english">The sentence, with places such as <c>{most:number}</c>.</param>
    public Template(string key, string english)
    {
        (Key, English) = (key, english);
        var places = Place().Matches(english);
        Places = [.. places.Select(place => new TemplatePlace(place.Groups["name"].Value, place.Groups["kind"].Value))];
        (_begin, _end) = places.Count == 0 ? (english, english) : (english[..places[0].Index], english[(places[^1].Index + places[^1].Length)..]);
        _regex = new Lazy<Regex>(() => new Regex(Pattern(place => place.Pattern), RegexOptions.Singleline | RegexOptions.NonBacktracking));
    }

    /// <summary>The key of its words.</summary>
    public string Key { get; }

    /// <summary>The sentence with its places.</summary>
    public string English { get; }

    /// <summary>The places in their order.</summary>
    public IReadOnlyList<TemplatePlace> Places { get; }

    /// <summary>What stands at the places of a sentence that was told; null where it is another sentence.</summary>
    public IReadOnlyList<(TemplatePlace Place, string Text)>? Read(string told)
    {
        if (Places.Count == 0)
            return told == English ? [] : null;
        return told.StartsWith(_begin, StringComparison.Ordinal) && told.EndsWith(_end, StringComparison.Ordinal) && _regex.Value.Match(told) is { Success: true } match
            ? [.. Places.Select(place => (place, match.Groups[place.Name].Value))]
            : null;
    }

    /// <summary>The template as a regular expression, with what each place takes.</summary>
    public string Pattern(Func<TemplatePlace, string> pattern)
    {
        var text = new StringBuilder(@"\A");
        var at = 0;
        foreach (var (index, place) in Place().Matches(English).Index())
        {
            text.Append(Regex.Escape(English[at..place.Index])).Append("(?<").Append(Places[index].Name).Append('>').Append(pattern(Places[index])).Append(')');
            at = place.Index + place.Length;
        }

        return text.Append(Regex.Escape(English[at..])).Append(@"\z").ToString();
    }

    /// <summary>The sentence with texts at its places.</summary>
    public string With(Func<TemplatePlace, string> text) =>
        Place().Replace(English, place => text(new TemplatePlace(place.Groups["name"].Value, place.Groups["kind"].Value)));

    [GeneratedRegex(@"\{(?<name>[a-z]+):(?<kind>[a-z_]+)\}")]
    private static partial Regex Place();
}
