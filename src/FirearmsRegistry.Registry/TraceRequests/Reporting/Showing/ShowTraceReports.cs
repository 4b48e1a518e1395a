using System.Globalization;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Printing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Verifying;
using FirearmsRegistry.Registry.Shared.Wording;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

/// <summary>
/// <c>GET /trace-requests/{id}/report</c>, a preview; <c>GET /trace-requests/{id}/reports</c>; and
/// <c>GET /trace-requests/{id}/reports/{reportId}</c>, the report as issued.
/// </summary>
internal static class ShowTraceReports
{
    private static readonly string[] Refusals = ["query-reason-required", TraceReportErrors.WithoutItemName, .. DisclosureErrors.Names];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<string>("/trace-requests/{id:guid}/report", PreviewAsync)
            .Produces<string>(StatusCodes.Status200OK, PageFormat.HtmlType, PageFormat.PdfType)
            .Named("previewTraceReport", "A preview of a trace's report as it stands, to read before it is issued")
            .Requires(AccessPolicy.ReadTraces)
            .Query("format", false, "html or pdf; else as Accept says.")
            .Refuses(Refusals)
            .MayBeUnavailable(PrintingErrors.Names);
        routes.MapRead<Page<IssuedTraceReport>>("/trace-requests/{id:guid}/reports", ListAsync)
            .Named("listTraceReports", "The reports issued of a trace, the newest first")
            .Requires(AccessPolicy.ReadTraces);
        routes.MapRead<string>("/trace-requests/{id:guid}/reports/{reportId:guid}", ShowAsync)
            .Produces<string>(StatusCodes.Status200OK, PageFormat.HtmlType, PageFormat.PdfType)
            .Named("getTraceReport", "A report of a trace as it was issued, with the QR code by which anybody verifies it")
            .Requires(AccessPolicy.ReadTraces)
            .Query("format", false, "html or pdf; else as Accept says.")
            .Refuses(Refusals)
            .MayBeUnavailable(PrintingErrors.Names);
    }

    private static async Task<IResult> PreviewAsync(
        Guid id, string? language, PageFormat format, GivenQueryReason reason, IQuerySession session, ReportReader reader, ReportShower shower,
        HttpContext http, CancellationToken token)
    {
        if (!Codes.TryParse<ReportLanguage>(language ?? "en", out var chosen))
        {
            return ProblemDocuments.From(RequestErrors.Query("language", language!.Length > 100 ? null : language,
                $"Must be one of {string.Join(", ", Codes.All<ReportLanguage>())}."), http);
        }

        return (await reader.ReadAsync(session, id, token)).Refused(out var refusal, out var read)
            ? ProblemDocuments.From(refusal, http)
            : await shower.ShowAsync(id, null, read.Facts, chosen, null, read.Lent, reason.Reason, format, http);
    }

    private static async Task<IResult> ListAsync(Guid id, PageRequest page, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var before = DateTimeOffset.MaxValue;
        if (page.After is { } position && !DateTimeOffset.TryParseExact(position, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out before))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // Each was issued under a lock after the one before it, so no two of a trace have one time. A trace has a handful of them.
        var reports = await session.Query<TraceReport>().Where(report => report.TraceRequestId == id).ToListAsync(token);
        var lines = reports.Where(report => report.IssuedAt < before).OrderByDescending(report => report.IssuedAt).Take(page.Limit + 1)
            .Select(IssuedTraceReport.Of).ToList();
        return Resources.Of(Page<IssuedTraceReport>.Of(lines, page.Limit, line => line.IssuedAt.ToString("O", CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> ShowAsync(
        Guid id, Guid reportId, PageFormat format, GivenQueryReason reason, IQuerySession session, VerificationAddress verification,
        ReportReader reader, ReportShower shower, HttpContext http, CancellationToken token)
    {
        var report = await session.LoadAsync<TraceReport>(reportId, token);
        if (report is null || report.TraceRequestId != id)
            return ProblemDocuments.From(Refusal.NotFound(TraceReportErrors.What, reportId), http);
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{report.Version}\"");
        return await shower.ShowAsync(id, report, report.Facts, report.Language, verification.Of(PublicVerification.TraceReports, reportId),
            await reader.LentToAsync(session, report, token), reason.Reason, format, http);
    }
}
