using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Web.Shared.Wording;
using Microsoft.AspNetCore.Components;

namespace FirearmsRegistry.Web.Figures;

/// <summary>The words of what a count from elsewhere is the count of; a code that has none stands as it is.</summary>
internal static class CountedWords
{
    private const string Total = "total";

    /// <summary>What is counted, by what it is told apart, and the category: a count that is not told apart is that of all.</summary>
    public static MarkupString Of(Words words, string indicator, string dimension, string category) => dimension == Total && category == Total
        ? OfIndicator(words, indicator)
        : Shown(words, (indicator, IndicatorName(words, indicator)), (dimension, DimensionName(words, dimension)),
            (category, CategoryName(words, dimension, category)));

    /// <summary>The same as text, for a list to choose from.</summary>
    public static string TextOf(Words words, string indicator, string dimension, string category) => words.List(
        dimension == Total && category == Total
            ? [IndicatorName(words, indicator) ?? indicator]
            : [IndicatorName(words, indicator) ?? indicator, DimensionName(words, dimension) ?? dimension, CategoryName(words, dimension, category) ?? category]);

    /// <summary>By what it is told apart, and the category.</summary>
    public static MarkupString Of(Words words, string dimension, string category) =>
        Shown(words, (dimension, DimensionName(words, dimension)), (category, CategoryName(words, dimension, category)));

    /// <summary>What is counted.</summary>
    public static MarkupString OfIndicator(Words words, string indicator) => Shown(words, (indicator, IndicatorName(words, indicator)));

    /// <summary>By what it is told apart.</summary>
    public static MarkupString OfDimension(Words words, string dimension) => Shown(words, (dimension, DimensionName(words, dimension)));

    /// <summary>The category.</summary>
    public static MarkupString OfCategory(Words words, string dimension, string category) =>
        Shown(words, (category, CategoryName(words, dimension, category)));

    /// <summary>The name of what is counted; null where it has none.</summary>
    public static string? IndicatorName(Words words, string indicator) => words.OfCode("counted_indicator", indicator);

    /// <summary>The name of that by which it is told apart; null where it has none.</summary>
    public static string? DimensionName(Words words, string dimension) => words.OfCode("counted_dimension", dimension);

    /// <summary>The name of a category; null where it has none.</summary>
    public static string? CategoryName(Words words, string dimension, string category) => words.OfCode("counted_category", category) ?? dimension switch
    {
        UnodcTables.Tracing => Codes.TryParse<OutcomeLine>(category, out var line) ? words.Of(line) : null,
        _ => Codes.TryParse<IafqDimension>(dimension, out var by) && by != IafqDimension.OutcomeLine ? CategoryWords.Find(words, by, category) : null,
    };

    private static MarkupString Shown(Words words, params (string Code, string? Name)[] parts) => new(parts
        .Select(part => part.Name is { } name ? Markup.Words(name) : Markup.Figure(part.Code))
        .Aggregate((before, part) => before + Markup.Words(words["shared.list_comma"] + " ") + part).Html);
}
