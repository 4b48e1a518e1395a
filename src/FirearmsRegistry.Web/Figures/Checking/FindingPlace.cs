using System.Text.RegularExpressions;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Figures.Checking;

/// <summary>Where a check found something, in words: <c>5.1 line 1</c>, <c>seized by type</c> or <c>criminal to administrative</c>.</summary>
internal static partial class FindingPlace
{
    /// <summary>The place in the reader's language; what is none of these stands as it is.</summary>
    public static MarkupString Of(Words words, string where) => new(Told(words, where).Html);

    private static Markup Told(Words words, string where)
    {
        if (Line().Match(where) is { Success: true } line)
        {
            return Markup.Sentence(words["figures.place_line"],
                ("table", Markup.Figure(line.Groups["table"].Value)), ("line", Markup.Figure(line.Groups["line"].Value))) + Source(words, line);
        }

        if (By().Match(where) is { Success: true } by)
        {
            return Markup.Sentence(words["figures.place_by"],
                ("of", Code(words, by.Groups["of"].Value, "figure_intake", "counted_indicator")),
                ("by", Code(words, by.Groups["by"].Value, "counted_dimension"))) + Source(words, by);
        }

        return Change().Match(where) is { Success: true } change
            ? Markup.Sentence(words["figures.place_change"],
                ("from", Code(words, change.Groups["from"].Value, "legal_basis")), ("to", Code(words, change.Groups["to"].Value, "legal_basis")))
            : Code(words, where, "trace_priority");
    }

    private static Markup Code(Words words, string code, params string[] types) =>
        types.Select(type => words.OfCode(type, code)).FirstOrDefault(told => told is not null) is { } name ? Markup.Words(name) : Markup.Figure(code);

    /// <summary>Of counts from elsewhere the place goes on with where they come from.</summary>
    private static Markup Source(Words words, Match place) => place.Groups["source"] is { Success: true } source
        ? Markup.Words(words["shared.list_comma"] + " ") + Markup.Free(source.Value)
        : Markup.Words("");

    [GeneratedRegex(@"\A(?<table>[0-9.]+) line (?<line>[0-9]+)(?:, (?<source>.+))?\z", RegexOptions.Singleline)]
    private static partial Regex Line();

    [GeneratedRegex(@"\A(?<of>[a-z0-9_]+) by (?<by>[a-z0-9_]+)(?:, (?<source>.+))?\z", RegexOptions.Singleline)]
    private static partial Regex By();

    [GeneratedRegex(@"\A(?<from>[a-z_]+) to (?<to>[a-z_]+)\z")]
    private static partial Regex Change();
}
