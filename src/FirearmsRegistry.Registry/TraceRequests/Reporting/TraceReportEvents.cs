using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>A report of a trace was issued.</summary>
/// <param name="TraceRequestId">The trace.</param>
/// <param name="TraceVersion">The version of its record that was reported.</param>
/// <param name="Language">The language in which it is written.</param>
/// <param name="Purpose">What it was issued for.</param>
/// <param name="Facts">What it says.</param>
public sealed record TraceReportIssued(Guid TraceRequestId, long TraceVersion, ReportLanguage Language, Note Purpose, ReportFacts Facts);

/// <summary>A later report of the same trace took its place.</summary>
/// <param name="ByReportId">The later one.</param>
public sealed record TraceReportSuperseded(Guid ByReportId);

/// <summary>The languages of reports: the official ones of the United Nations (ISO 639-1).</summary>
public enum ReportLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>Arabic.</summary>
    Ar,

    /// <summary>Russian.</summary>
    Ru,

    /// <summary>Chinese.</summary>
    Zh,
}
