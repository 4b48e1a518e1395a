using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Rules;

/// <summary>The rules that the API refuses by, and their sources, in the reader's language.</summary>
internal static class RuleWords
{
    private const string Separator = "; ";

    /// <summary>The rule; null where it is only known in English.</summary>
    public static Markup? Of(Words words, string rule) => Templates.Rules.Of(words, rule);

    /// <summary>Who made the rule; a text that no language has stands as it is.</summary>
    public static Markup OfSource(Words words, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Templates.Sources.Of(words, source) ?? source.Split(Separator).Select(part => Templates.Sources.Of(words, part) ?? Markup.Figure(part))
            .Aggregate((before, part) => before + Markup.Words(words["shared.rules.source_semicolon"]) + part);
    }
}
