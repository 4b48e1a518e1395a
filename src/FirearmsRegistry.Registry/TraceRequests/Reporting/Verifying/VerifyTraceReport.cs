using FirearmsRegistry.Registry.Shared.Verifying;
using Marten;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Verifying;

/// <summary><c>GET /verify-report/{id}</c>, for anybody who holds a trace report.</summary>
internal static class VerifyTraceReport
{
    public static void Map(IEndpointRouteBuilder routes) =>
        PublicVerification.Map(routes, PublicVerification.TraceReports, "Firearm trace report", LookAsync);

    /// <summary>Decides what is answered.</summary>
    /// <param name="report">The report; null where there is none.</param>
    public static Verification Decide(TraceReport? report) =>
        report is null ? Verification.NotValid : report.SupersededBy is not null ? Verification.Superseded : Verification.Valid;

    private static async Task<Verification> LookAsync(IQuerySession session, Guid id, CancellationToken token) =>
        Decide(await session.LoadAsync<TraceReport>(id, token));
}
