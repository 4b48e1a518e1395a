using System.Diagnostics.CodeAnalysis;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Wording;

/// <summary>The language that a request asks its words in.</summary>
internal static class ReportLanguages
{
    /// <summary>The member of the query.</summary>
    public const string Query = "language";

    /// <summary>What it may say.</summary>
    public static string Description { get; } = $"One of {string.Join(", ", Codes.All<ReportLanguage>())}; en unless given.";

    /// <summary>The language asked for, English where none is; or the refusal.</summary>
    public static bool TryAsked(HttpContext http, out ReportLanguage language, [NotNullWhen(false)] out IResult? refused)
    {
        string? asked = http.Request.Query[Query];
        var understood = Codes.TryParse(asked ?? "en", out language);
        refused = understood
            ? null
            : ProblemDocuments.From(RequestErrors.Query(Query, asked?.Length > 100 ? null : asked, $"Must be one of {string.Join(", ", Codes.All<ReportLanguage>())}."), http);
        return understood;
    }
}
