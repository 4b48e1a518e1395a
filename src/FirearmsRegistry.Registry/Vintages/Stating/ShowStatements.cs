using System.Reflection;
using System.Text;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Printing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Stating;

/// <summary>
/// <c>GET /vintages/{id}/statement</c>, as HTML or PDF, also of a draft; and <c>GET /public/figures/{label}/statement</c> for everybody, as
/// HTML alone: strangers must not be able to keep the printer busy.
/// </summary>
internal static class ShowStatements
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<string>("/vintages/{id:guid}/statement", ShowAsync)
            .Produces<string>(StatusCodes.Status200OK, PageFormat.HtmlType, PageFormat.PdfType)
            .Named("getVintageStatement", "What a vintage says, on one page for people")
            .AsksLanguage()
            .Query("format", required: false, "html or pdf; else as Accept says.")
            .Query("audience", required: false, "full, unless given: every count, for the office itself; public: as everybody sees it.")
            .Requires(AccessPolicy.ReadVintages)
            .MayBeUnavailable(PrintingErrors.Names);
        routes.MapRead<string>(PublicFigures.Path + "/{label}/statement", ShowPublicAsync)
            .Produces<string>(StatusCodes.Status200OK, PageFormat.HtmlType)
            .Named("getPublicStatement", "What a published vintage says, on one page, for everybody")
            .AsksLanguage()
            .ForEverybody();
    }

    private static async Task<IResult> ShowAsync(
        Guid id, StatementLanguage language, PageFormat format, IQuerySession session, StatementMaker statements, PdfPrinter printer,
        HttpContext http, CancellationToken token)
    {
        if (await session.LoadAsync<Vintage>(id, token) is not { } vintage)
            return ProblemDocuments.From(Refusal.NotFound(VintageErrors.What, id), http);
        var audience = FigureAudience.Full;
        if (http.Request.Query["audience"] is [{ } asked] && !Codes.TryParse(asked, out audience))
        {
            return ProblemDocuments.From(RequestErrors.Query("audience", asked.Length > 100 ? null : asked,
                $"Must be one of {string.Join(", ", Codes.All<FigureAudience>())}."), http);
        }

        var page = await statements.MakeAsync(vintage, audience, language.Language, token);
        if (!format.Pdf)
            return Html(page, http);
        return (await printer.PrintAsync(page, token)).Refused(out var refusal, out var pdf)
            ? ProblemDocuments.From(refusal, http)
            : Results.Bytes(pdf, PageFormat.PdfType);
    }

    private static async Task<IResult> ShowPublicAsync(
        string label, StatementLanguage language, IQuerySession session, StatementMaker statements, HttpContext http, CancellationToken token)
    {
        var published = await PublicFigures.PublishedAsync(session, token);
        if (published.FirstOrDefault(one => one.Label.ToString() == label) is not { } vintage)
            return ProblemDocuments.From(PublicFigures.NotPublished(label), http);
        // All of them stand in its chart.
        return PublicFigures.IsKnown(http, [vintage, .. published])
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Html(await statements.MakeAsync(vintage, FigureAudience.Public, language.Language, token), http);
    }

    private static IResult Html(string page, HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = StatementPage.ContentSecurityPolicy + "; frame-ancestors 'none'";
        return Results.Content(page, PageFormat.HtmlType, Encoding.UTF8);
    }

    private static RouteHandlerBuilder AsksLanguage(this RouteHandlerBuilder endpoint) =>
        endpoint.Query("language", required: false, $"One of {string.Join(", ", Codes.All<ReportLanguage>())}; en unless given.");

    /// <summary>In which language: <c>language</c>.</summary>
    internal sealed record StatementLanguage(ReportLanguage Language, Refusal? Refusal = null) : IRequestPart
    {
        public static ValueTask<StatementLanguage?> BindAsync(HttpContext http, ParameterInfo parameter)
        {
            ArgumentNullException.ThrowIfNull(http);
            var asked = http.Request.Query["language"].ToString();
            return new ValueTask<StatementLanguage?>(asked.Length == 0 ? new StatementLanguage(ReportLanguage.En)
                : Codes.TryParse<ReportLanguage>(asked, out var language) ? new StatementLanguage(language)
                : new StatementLanguage(default, RequestErrors.Query("language", asked.Length > 100 ? null : asked,
                    $"Must be one of {string.Join(", ", Codes.All<ReportLanguage>())}.")));
        }
    }
}
