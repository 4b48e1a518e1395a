using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>A report of a trace was issued.</summary>
/// <param name="TraceRequestId">The trace.</param>
/// <param name="TraceVersion">The version of its record that was reported.</param>
/// <param name="Language">The language in which it is written.</param>
/// <param name="Purpose">What it was issued for.</param>
/// <param name="Facts">What it says.</param>
/// <param name="Addressee">Whom it is for.</param>
public sealed record TraceReportIssued(
    Guid TraceRequestId, long TraceVersion, ReportLanguage Language, Note Purpose, ReportFacts Facts, ReportAddressee? Addressee = null);

/// <summary>A later report of the same trace took its place.</summary>
/// <param name="ByReportId">The later one.</param>
public sealed record TraceReportSuperseded(Guid ByReportId);
