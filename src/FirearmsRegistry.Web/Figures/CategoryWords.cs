using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Web.Shared.Wording;

namespace FirearmsRegistry.Web.Figures;

/// <summary>The words of the questionnaire's categories.</summary>
internal static class CategoryWords
{
    /// <summary>The name of a category; its code where there is none.</summary>
    public static string Of(Words words, IafqDimension by, string category) => Find(words, by, category) ?? category;

    /// <summary>The name of a category; null where there is none.</summary>
    public static string? Find(Words words, IafqDimension by, string category) => by switch
    {
        // Each of the questionnaire's types has the name of a type that the register keeps.
        IafqDimension.Type => Named<ArmType>(words, category),
        IafqDimension.Marking => Named<IafqMarking>(words, category),
        IafqDimension.Location => Named<LocationKind>(words, category),
        IafqDimension.Condition => Named<ArmCondition>(words, category),
        IafqDimension.LegalJustification => Named<LegalJustification>(words, category),
        IafqDimension.SuspectedOffence => Named<SuspectedOffence>(words, category),
        IafqDimension.OutcomeLine => OutcomeLines.TryParse(category, out var line) ? words.Of(line) : words["figures.undecided"],
    };

    private static string? Named<T>(Words words, string code)
        where T : struct, Enum => Codes.TryParse<T>(code, out var value) ? words.Of(value) : null;
}
