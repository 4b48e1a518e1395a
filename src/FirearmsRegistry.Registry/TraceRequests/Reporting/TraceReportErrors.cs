using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>The refusals of reports.</summary>
internal static class TraceReportErrors
{
    public const string What = "trace report";

    public const string PrinterMissingName = "pdf-printer-missing";

    public const string PrinterBusyName = "pdf-printer-busy";

    public const string PrinterFailedName = "pdf-printer-failed";

    public const string WithoutItemName = "trace-without-item";

    public static Refusal WithoutItem { get; } = new(WithoutItemName, RefusalKind.RuleBroken,
        "Only the trace of an arm that came in here is reported.", "Another State is told what its request led to by the answer to it.");

    public static Refusal PrinterMissing { get; } = new(PrinterMissingName, RefusalKind.Unavailable,
        "There is no program here that prints to PDF.", "Ask for format=html, or have Chromium installed (Registry:Reports:Chromium).");

    public static Refusal PrinterBusy { get; } = new(PrinterBusyName, RefusalKind.Unavailable,
        "Too many reports are being printed.", "Repeat the request in a moment, or ask for format=html.");

    public static Refusal PrinterFailed { get; } = new(PrinterFailedName, RefusalKind.Unavailable,
        "The report could not be printed within its limits.", "Ask for format=html; the administrator finds how printing ended in the log.");
}
