using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

/// <summary>Whether a report is wanted as PDF: by <c>format</c>, else by <c>Accept</c>, else as HTML.</summary>
/// <param name="Pdf">As PDF.</param>
/// <param name="Refusal">Why <c>format</c> was refused.</param>
internal sealed record ReportFormat(bool Pdf, Refusal? Refusal = null) : IRequestPart
{
    public const string HtmlType = "text/html";

    public const string PdfType = "application/pdf";

    public static ValueTask<ReportFormat?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var accepted = http.Request.GetTypedHeaders().Accept.Where(type => type.Quality is not 0).ToList();
        var byAccept = accepted.Exists(type => type.MediaType == PdfType) && !accepted.Exists(type => type.MediaType == HtmlType);
        var format = http.Request.Query["format"].ToString();
        return new ValueTask<ReportFormat?>(format switch
        {
            "" => new ReportFormat(byAccept),
            "html" => new ReportFormat(false),
            "pdf" => new ReportFormat(true),
            _ => new ReportFormat(false, RequestErrors.Query("format", format.Length > 100 ? null : format, "Must be html or pdf.", "html")),
        });
    }
}
