using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>Where a report is.</summary>
internal static class TraceReportPaths
{
    public static string Of(Guid traceRequestId, Guid reportId) => $"/api/v1/trace-requests/{traceRequestId}/reports/{reportId}";
}

/// <summary>Answers writes with the report, without what it says.</summary>
internal sealed class TraceReportAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<IssuedTraceReport>
{
    public async Task<IssuedTraceReport?> ReadAsync(Guid id, string location, CancellationToken token) =>
        (writer.Stored<TraceReport>(report => report.Id == id) ?? await session.LoadAsync<TraceReport>(id, token)) is { } report
            ? IssuedTraceReport.Of(report)
            : null;
}
