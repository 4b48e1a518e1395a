using System.Reflection;
using System.Text.Json;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Rules;

/// <summary>The sentences of one kind that the API tells in English, from a file of keys and templates; their words stand in <c>Words/</c>.</summary>
internal sealed class Templates
{
    private readonly string _prefix;

    private Templates(string file, string prefix)
    {
        _prefix = prefix;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        All = [.. JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.Select(entry => new Template(entry.Key, entry.Value))];
    }

    /// <summary>The rules that input can break.</summary>
    public static Templates Rules { get; } = new("rules.json", "shared.rules.");

    /// <summary>Who made a rule.</summary>
    public static Templates Sources { get; } = new("sources.json", "shared.rules.source.");

    /// <summary>All in the order of the file: where a sentence fits two, the first one counts.</summary>
    public IReadOnlyList<Template> All { get; }

    /// <summary>The key of a template's words.</summary>
    public string KeyOf(Template template) => _prefix + template.Key;

    /// <summary>The sentence in the reader's language; null where it is only known in English.</summary>
    public Markup? Of(Words words, string told)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var template in All)
        {
            if (template.Read(told) is not { } places)
                continue;
            return Markup.Sentence(words[KeyOf(template)], [.. places.Select(place => (place.Place.Name, place.Place.Shown(words, place.Text)))]);
        }

        return null;
    }
}
