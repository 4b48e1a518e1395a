using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using FirearmsRegistry.Registry.Shared.Wording;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Shared.Verifying;

/// <summary>
/// The pages on which anybody who holds a paper of this registry verifies it: valid, not valid or superseded, and nothing else. An id that
/// is unknown, malformed or revoked is answered alike, after the same look-ups.
/// </summary>
internal static class PublicVerification
{
    public const string Certificates = "/verify-certificate";

    public const string TraceReports = "/verify-report";

    /// <summary>The addresses whose use is limited together.</summary>
    public static IReadOnlyList<string> Paths { get; } = [Certificates, TraceReports];

    /// <summary>128 random bits, since the id alone opens the verification; a UUID of version 7 tells its time and has fewer.</summary>
    public static Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>Maps the page of one sort of paper.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <param name="title">The page's title in English.</param>
    /// <param name="look">Decides what a paper is worth; asked in the same way whether the id names one or not.</param>
    public static void Map(
        IEndpointRouteBuilder routes, string path, string title, Func<IQuerySession, Guid, CancellationToken, Task<Verification>> look) =>
        routes.MapGet(path + "/{**id}", (string? id, IQuerySession session, HttpContext http, CancellationToken token) =>
            AnswerAsync(title, look, id, session, http, token)).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        string title, Func<IQuerySession, Guid, CancellationToken, Task<Verification>> look, string? id, IQuerySession session, HttpContext http,
        CancellationToken token)
    {
        if (!Guid.TryParseExact(id, "N", out var paper))
            paper = Guid.Empty;
        var verification = await look(session, paper, token);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.Content(Page(title, verification), "text/html; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>In every language at once: whoever holds the paper may read any of them, and the address that he scanned names none.</summary>
    private static string Page(string title, Verification verification)
    {
        var others = Enum.GetValues<ReportLanguage>().Where(language => language != ReportLanguage.En).Select(ReportWords.In)
            .Select(words => $"<p lang=\"{words.Code}\" dir=\"{words.Direction}\">{Markup.Words(words.Of(verification)).Html}</p>");
        return
            $$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{HtmlEncoder.Default.Encode(title)}}</title>
            <style>body{font:1.25rem/1.5 system-ui,"Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",sans-serif;max-width:30rem;margin:10vh auto;padding:0 1rem;text-align:center}
            h1{font-size:2.5rem;margin:0 0 1rem}p{margin:.25rem 0}</style></head>
            <body><main><h1>{{Markup.Words(ReportWords.In(ReportLanguage.En).Of(verification)).Html}}</h1>{{string.Concat(others)}}</main></body></html>
            """;
    }
}

/// <summary>What anybody is told of a paper.</summary>
internal enum Verification
{
    /// <summary>In force.</summary>
    Valid,

    /// <summary>A later one took its place.</summary>
    Superseded,

    /// <summary>Anything else.</summary>
    NotValid,
}
