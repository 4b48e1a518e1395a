using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Wording;
using JasperFx.Events;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>
/// A report of a trace as it was issued, folded from its events and kept as a snapshot. Its id is 128 random bits: whoever has not seen the
/// paper cannot guess it.
/// </summary>
public sealed class TraceReport
{
    /// <summary>The report's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The trace.</summary>
    public Guid TraceRequestId { get; set; }

    /// <summary>The version of the trace's record that was reported.</summary>
    public long TraceVersion { get; set; }

    /// <summary>The language in which it is written.</summary>
    public ReportLanguage Language { get; set; }

    /// <summary>What it was issued for.</summary>
    public Note Purpose { get; set; }

    /// <summary>What it says.</summary>
    public ReportFacts Facts { get; set; } = null!;

    /// <summary>Whom it is for; null where that was not told.</summary>
    public ReportAddressee? Addressee { get; set; }

    /// <summary>When it was issued: as known then.</summary>
    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>The human who issued it.</summary>
    public string? IssuedBy { get; set; }

    /// <summary>The later report that took its place.</summary>
    public Guid? SupersededBy { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<TraceReportIssued> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var issued = happened.Data;
        (TraceRequestId, TraceVersion, Language, Purpose, Facts, Addressee) =
            (issued.TraceRequestId, issued.TraceVersion, issued.Language, issued.Purpose, issued.Facts, issued.Addressee);
        (IssuedAt, IssuedBy) = (happened.Timestamp, happened.UserName);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(TraceReportSuperseded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        SupersededBy = happened.ByReportId;
    }
}

/// <summary>An issued report without what it says.</summary>
/// <param name="Id">The report's id, which is also on its paper.</param>
/// <param name="TraceRequestId">The trace.</param>
/// <param name="TraceVersion">The version of the trace's record that was reported.</param>
/// <param name="Language">Its language.</param>
/// <param name="Purpose">What it was issued for.</param>
/// <param name="Addressee">Whom it is for; null where that was not told.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="IssuedBy">By whom.</param>
/// <param name="SupersededBy">The later report that took its place.</param>
public sealed record IssuedTraceReport(
    Guid Id,
    Guid TraceRequestId,
    long TraceVersion,
    ReportLanguage Language,
    Note Purpose,
    ReportAddressee? Addressee,
    DateTimeOffset IssuedAt,
    string? IssuedBy,
    Guid? SupersededBy)
{
    internal static IssuedTraceReport Of(TraceReport report) => new(report.Id, report.TraceRequestId, report.TraceVersion, report.Language,
        report.Purpose, report.Addressee, report.IssuedAt, report.IssuedBy, report.SupersededBy);
}
