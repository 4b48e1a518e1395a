using System.Text;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.AccessLog;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Printing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;
using Marten;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;

/// <summary>
/// Shows a report to somebody: writes the look to the access log, also one that a restriction of another State forbids, reads the names that
/// he may see, and renders or prints it.
/// </summary>
internal sealed class ReportShower(
    IQuerySession session, NpgsqlDataSource database, PersonKeys keys, Accounts accounts, RegistryCountry country, PdfPrinter printer, TimeProvider time)
{
    /// <summary>Shows it.</summary>
    /// <param name="traceRequestId">The trace.</param>
    /// <param name="report">The report as issued; null for a preview of <paramref name="facts"/>.</param>
    /// <param name="facts">What it says.</param>
    /// <param name="language">In which language.</param>
    /// <param name="verification">Where an issued one is verified.</param>
    /// <param name="lent">What it tells that other States lent, with what they agreed to and were told by now.</param>
    /// <param name="reason">Why it is looked at.</param>
    /// <param name="format">As HTML or PDF.</param>
    /// <param name="http">The request.</param>
    public async Task<IResult> ShowAsync(
        Guid traceRequestId, TraceReport? report, ReportFacts facts, ReportLanguage language, Uri? verification, LentInformation lent,
        QueryReason reason, PageFormat format, HttpContext http)
    {
        var token = http.RequestAborted;
        var (actor, now) = (Actor.From(http.User), time.GetUtcNow());
        var restricted = ReportDisclosure.Refuse(report?.Addressee, lent, now);
        if (restricted is null && format.Pdf && !printer.IsThere)
            return ProblemDocuments.From(PrintingErrors.Missing, http);
        await new AccessLogEntry(actor, reason, "read_trace_report", new Dictionary<string, object?>
        {
            ["traceRequestId"] = traceRequestId,
            ["reportId"] = report?.Id,
            ["format"] = format.Pdf ? "pdf" : "html",
            ["refused"] = restricted?.Name,
        }, restricted is null ? [.. ReportLooks.At(facts)] : [], now).WriteAsync(database, token);
        if (restricted is not null)
            return ProblemDocuments.From(restricted, http);

        var shown = new ShownReport(facts, language, report?.IssuedAt ?? now,
            report is null || verification is null
                ? null
                : new ReportIssue(report.Id, traceRequestId, await NameAsync(report.IssuedBy, token), report.Purpose, report.Addressee,
                    report.SupersededBy is not null, verification),
            new ReportReading(await NameAsync(actor.Subject, token), now),
            MaySeeNames(actor) ? await PartiesAsync(facts.Parties(), report?.IssuedAt, token) : null);
        var page = ReportPage.Of(shown, country.Code);
        http.Response.Headers.CacheControl = "no-store";
        if (!format.Pdf)
        {
            http.Response.Headers.ContentSecurityPolicy = ReportPage.ContentSecurityPolicy + "; frame-ancestors 'none'";
            return Results.Content(page, PageFormat.HtmlType, Encoding.UTF8);
        }

        return (await printer.PrintAsync(page, token)).Refused(out var refusal, out var pdf)
            ? ProblemDocuments.From(refusal, http)
            : Results.Bytes(pdf, PageFormat.PdfType);
    }

    private static bool MaySeeNames(Actor actor) => AccessPolicy.ReadParties.Roles.Any(actor.Roles.Contains);

    /// <summary>People whom only an outside issuer knows have no account here and are told by the subject of their token.</summary>
    private async Task<string> NameAsync(string? subject, CancellationToken token) =>
        RecorderNames.AccountOf(subject) is { } id && (await accounts.NamesAsync([id], token)).TryGetValue(id, out var name) ? name : subject ?? "";

    private async Task<Dictionary<Guid, ShownParty>> PartiesAsync(IReadOnlyList<Guid> ids, DateTimeOffset? asKnownAt, CancellationToken token)
    {
        var opened = await keys.LoadAsync(ids, token);
        var shown = new Dictionary<Guid, ShownParty>();
        foreach (var id in ids)
        {
            if (await session.Events.AggregateStreamAsync<Party>(id, timestamp: asKnownAt, token: token) is { } party)
            {
                var details = OpenedParty.Of(party, opened.GetValueOrDefault(id));
                shown[id] = new ShownParty(details.PersonalData?.Name.ToString(), details.Category);
            }
        }

        return shown;
    }
}
