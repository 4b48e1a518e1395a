using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.QueryReasons;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Issuing;

/// <summary><c>POST /trace-requests/{id}/reports</c>.</summary>
internal static class IssueTraceReportEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Language">The language of the report.</param>
    /// <param name="Purpose">What it is issued for; it stands on the report.</param>
    /// <param name="Addressee">Whom it is for; needed where other States lent information to the trace on terms. The disclosure is logged.</param>
    public sealed record TraceReportBody(ReportLanguage Language, Note Purpose, ReportAddressee? Addressee = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<TraceReportAnswer, IssuedTraceReport>("/trace-requests/{id:guid}/reports", HandleAsync)
        .Named("issueTraceReport", "Issue a report of a trace as it stands, which supersedes the one before")
        .Requires(AccessPolicy.IssueTraceReports)
        .Example(new TraceReportBody(ReportLanguage.En, Note.Parse("For the public prosecutor.").GetOrThrow(), new ReportAddressee(
            new DisclosureRecipient(RecipientKind.OwnAuthority, ShortText.Parse("Public prosecutor, Cádiz").GetOrThrow()),
            DisclosurePurpose.CriminalInvestigation)))
        .Refuses([TraceRequestErrors.NotSearched.Name, TraceReportErrors.WithoutItemName, TraceReportErrors.WithoutAddresseeName, .. DisclosureErrors.Names,
            "not-found", "query-reason-required"]);

    private static Task<Result<Written>> HandleAsync(
        Guid id, GivenQueryReason reason, Body<TraceReportBody> body, WriteCall call, IssueTraceReportHandler handler, CancellationToken token) =>
        handler.HandleAsync(new IssueTraceReport(id, body.Value.Language, body.Value.Purpose, reason.Reason, body.Value.Addressee), call.Context, token);
}
