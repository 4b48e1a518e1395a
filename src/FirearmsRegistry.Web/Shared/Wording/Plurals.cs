using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Web.Shared.Wording;

/// <summary>Which form of a word goes with a whole number: the cardinal rules of Unicode's CLDR for the six languages.</summary>
internal static class Plurals
{
    /// <summary>The forms that a language has, <c>other</c> being the last.</summary>
    public static IReadOnlyList<string> FormsOf(ReportLanguage language) => language switch
    {
        ReportLanguage.En or ReportLanguage.Fr or ReportLanguage.Es => ["one", "other"],
        ReportLanguage.Ru => ["one", "few", "many", "other"],
        ReportLanguage.Ar => ["zero", "one", "two", "few", "many", "other"],
        ReportLanguage.Zh => ["other"],
    };

    /// <summary>The form for a number that is not negative.</summary>
    public static string Of(ReportLanguage language, long number) => language switch
    {
        ReportLanguage.Fr => number is 0 or 1 ? "one" : "other",
        ReportLanguage.En or ReportLanguage.Es => number == 1 ? "one" : "other",
        ReportLanguage.Ru => (number % 10, number % 100) switch
        {
            (1, not 11) => "one",
            ( >= 2 and <= 4, not (12 or 13 or 14)) => "few",
            _ => "many",
        },
        ReportLanguage.Ar => (number, number % 100) switch
        {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, >= 3 and <= 10) => "few",
            (_, >= 11) => "many",
            _ => "other",
        },
        ReportLanguage.Zh => "other",
    };
}
