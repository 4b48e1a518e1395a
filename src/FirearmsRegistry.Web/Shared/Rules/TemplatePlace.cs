using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Rules;

/// <summary>A place in a template: <c>{most:number}</c>.</summary>
/// <param name="Name">Its name, the same in the words.</param>
/// <param name="Kind">What stands there: <c>text</c>, <c>number</c>, <c>plain</c>, <c>date</c>, <c>country</c>, <c>article</c>, <c>rule</c>, or the type of a code.</param>
internal sealed record TemplatePlace(string Name, string Kind)
{
    /// <summary>A sentence that is itself a rule, such as the one about a column of a table.</summary>
    public const string Rule = "rule";

    /// <summary>What fits the place, as a regular expression.</summary>
    public string Pattern => Kind switch
    {
        "number" => @"-?[0-9]+(?:\.[0-9]+)?",
        "plain" => "[0-9]+",
        "date" => "[0-9]{4}(?:-[0-9]{2}){0,2}",
        "country" => "[A-Z]{3}",
        "text" => ".*?",
        "article" => "[^;]+",
        Rule => ".+",
        _ => "[a-z0-9_]+(?:, [a-z0-9_]+)*",
    };

    /// <summary>Something that fits, for tests of the words.</summary>
    public string Sample => Kind switch
    {
        "number" => "1.5",
        "plain" => "12",
        "date" => "2020-03-01",
        "country" => "PRT",
        "text" or "article" => "ab 12",
        Rule => "This member is required.",
        _ => "other",
    };

    /// <summary>What stands there as it is shown to the reader, kept from turning the sentence around.</summary>
    public Markup Shown(Words words, string text) => Kind switch
    {
        "number" => Markup.Figure(text.Contains('.', StringComparison.Ordinal)
            ? text.Replace(".", words["number.decimal"], StringComparison.Ordinal)
            : words.Number(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture))),
        "date" when PartialDate.Parse(text).TryGet(out var date, out _) => Markup.Words(words.Date(date)),
        "country" => Markup.Words(CountryNames.Of(words, text) ?? text),
        "text" or "article" or "plain" or "date" => Markup.Figure(text),
        Rule => RuleWords.Of(words, text) ?? Markup.Figure(text),
        _ => Codes(words, text.Split(", ")),
    };

    private Markup Codes(Words words, string[] codes) => codes.Select(code => Code(words, code))
        .Aggregate((before, code) => before + Markup.Words(words["shared.list_comma"] + " ") + code);

    private Markup Code(Words words, string code) => words.OfCode(Kind, code) is { } told ? Markup.Words(told) : Markup.Figure(code);
}
