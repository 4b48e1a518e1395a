using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Shared.Printing;

/// <summary>The refusals of printing.</summary>
internal static class PrintingErrors
{
    public const string MissingName = "pdf-printer-missing";

    public const string BusyName = "pdf-printer-busy";

    public const string FailedName = "pdf-printer-failed";

    /// <summary>All of them.</summary>
    public static string[] Names => [MissingName, BusyName, FailedName];

    public static Refusal Missing { get; } = new(MissingName, RefusalKind.Unavailable,
        "There is no program here that prints to PDF.", "Ask for format=html, or have Chromium installed (Registry:Reports:Chromium).");

    public static Refusal Busy { get; } = new(BusyName, RefusalKind.Unavailable,
        "Too many pages are being printed.", "Repeat the request in a moment, or ask for format=html.");

    public static Refusal Failed { get; } = new(FailedName, RefusalKind.Unavailable,
        "The page could not be printed within its limits.", "Ask for format=html; the administrator finds how printing ended in the log.");
}
