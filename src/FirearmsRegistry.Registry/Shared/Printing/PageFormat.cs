using System.Reflection;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;

namespace FirearmsRegistry.Registry.Shared.Printing;

/// <summary>Whether a report is wanted as PDF: by <c>format</c>, else by <c>Accept</c>, else as HTML.</summary>
/// <param name="Pdf">As PDF.</param>
/// <param name="Refusal">Why <c>format</c> was refused.</param>
internal sealed record PageFormat(bool Pdf, Refusal? Refusal = null) : IRequestPart
{
    public const string HtmlType = "text/html";

    public const string PdfType = "application/pdf";

    public static ValueTask<PageFormat?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(http);
        var accepted = http.Request.GetTypedHeaders().Accept.Where(type => type.Quality is not 0).ToList();
        var byAccept = accepted.Exists(type => type.MediaType == PdfType) && !accepted.Exists(type => type.MediaType == HtmlType);
        var format = http.Request.Query["format"].ToString();
        return new ValueTask<PageFormat?>(format switch
        {
            "" => new PageFormat(byAccept),
            "html" => new PageFormat(false),
            "pdf" => new PageFormat(true),
            _ => new PageFormat(false, RequestErrors.Query("format", format.Length > 100 ? null : format, "Must be html or pdf.", "html")),
        });
    }
}
