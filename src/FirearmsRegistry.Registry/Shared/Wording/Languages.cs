using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>The languages of the pages: those of the United Nations, as the reports have them.</summary>
internal static class Languages
{
    /// <summary>Where the choice is kept. It says nothing of a person, and the page's script sets it too.</summary>
    public const string Cookie = "fr-language";

    /// <summary>All, in the order of the list.</summary>
    public static IReadOnlyList<ReportLanguage> All { get; } = Enum.GetValues<ReportLanguage>();

    /// <summary>The ISO 639-1 code.</summary>
    public static string CodeOf(ReportLanguage language) => Codes.Of(language);

    /// <summary>The language's own name for itself, in which its readers look for it.</summary>
    public static string NameOf(ReportLanguage language) => language switch
    {
        ReportLanguage.En => "English",
        ReportLanguage.Fr => "Français",
        ReportLanguage.Es => "Español",
        ReportLanguage.Ar => "العربية",
        ReportLanguage.Ru => "Русский",
        ReportLanguage.Zh => "中文",
    };

    public static bool TryParse(string? code, out ReportLanguage language) => Codes.TryParse(code, out language);

    /// <summary>The chosen one, or the first that the browser asks for and that is here, or English.</summary>
    /// <param name="chosen">The cookie.</param>
    /// <param name="accepted">The header <c>Accept-Language</c>.</param>
    public static ReportLanguage Choose(string? chosen, string? accepted)
    {
        if (TryParse(chosen, out var language))
            return language;
        foreach (var part in (accepted ?? "").Split(','))
        {
            var code = part.Split(';')[0].Trim();
            if (code.Length >= 2 && TryParse(code[..2], out language))
                return language;
        }

        return ReportLanguage.En;
    }
}
