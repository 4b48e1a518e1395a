using System.Diagnostics;
using System.Text;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Exchange.Disclosing.Recording;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>
/// <c>GET /trace-requests/{id}/forms/{form}</c>: a request as a form for those who have no registry. What it is filled with leaves the
/// registry, so each copy is a disclosure: held against the restrictions of what was lent, and logged.
/// </summary>
internal static class GetTraceForm
{
    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["atf-3312-1"] = new("National Tracing Center trace request (field order of ATF Form 3312.1)", TracingCenterForm.Fields,
            new DisclosureRecipient(RecipientKind.OtherState, Short("National Tracing Center"), CountryCode.Parse("USA").GetOrThrow()),
            TellsImporter: true),
        ["iarms"] = new("Trace request for entry in INTERPOL iARMS", InterpolRecord.Fields,
            new DisclosureRecipient(RecipientKind.Organisation, Short("INTERPOL"), null), TellsImporter: false),
    };

    private static readonly Dictionary<string, (string MediaType, Func<string, IReadOnlyList<FormField>, string> Write)> Formats = new(StringComparer.Ordinal)
    {
        ["html"] = ("text/html", FormTexts.Html),
        ["csv"] = ("text/csv", (_, fields) => FormTexts.Csv(fields)),
        ["txt"] = ("text/plain", FormTexts.Plain),
    };

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<string>("/trace-requests/{id:guid}/forms/{form}", HandleAsync)
        .Produces<string>(StatusCodes.Status200OK, "text/html", "text/csv", "text/plain")
        .Named("getTraceForm", "A request as a form of the National Tracing Center or for INTERPOL iARMS; each copy is a disclosure and is logged")
        .Requires(AccessPolicy.ExchangeTraces)
        .Query("format", required: false, "html (unless told), csv or txt")
        .Refuses(["query-reason-required", "not-found", .. DisclosureErrors.Names]);

    private static async Task<IResult> HandleAsync(
        Guid id, string form, GivenQueryReason reason, RecordDisclosureHandler disclosing, FormSources sources, NpgsqlDataSource database,
        TimeProvider time, HttpContext http, CancellationToken token)
    {
        var format = http.Request.Query.TryGetValue("format", out var asked) ? asked.ToString() : "html";
        if (!Formats.TryGetValue(format, out var written))
            return ProblemDocuments.From(RequestErrors.Query("format", null, $"Must be one of {string.Join(", ", Formats.Keys)}."), http);
        if (!Forms.TryGetValue(form, out var known) || await sources.FindAsync(id, token) is not { } source)
            return ProblemDocuments.From(Refusal.NotFound("form of a trace request", id), http);
        var (now, actor) = (time.GetUtcNow(), Actor.From(http.User));
        var disclosure = new RecordDisclosure(id, Guid.CreateVersion7(now), new Disclosure(
            known.Recipient, DisclosurePurpose.Tracing,
            source.NamesHolder && known.TellsImporter
                ? [DataCategory.Arm, DataCategory.Circumstances, DataCategory.Holder]
                : [DataCategory.Arm, DataCategory.Circumstances],
            DisclosureForm.Other, Short(form)), null);
        var context = new CommandContext(actor, now, null, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        if ((await disclosing.HandleAsync(disclosure, context, token)).Refused(out var refusal, out _))
            return ProblemDocuments.From(refusal, http);
        await new AccessLogEntry(actor, reason.Reason, "read_trace_form", new Dictionary<string, object?> { ["form"] = form, ["format"] = format }, [id], now)
            .WriteAsync(database, token);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        return Results.Content(written.Write(known.Title, known.Fields(source)), written.MediaType, Encoding.UTF8);
    }

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();

    private sealed record Form(string Title, Func<FormSource, IReadOnlyList<FormField>> Fields, DisclosureRecipient Recipient, bool TellsImporter);
}
