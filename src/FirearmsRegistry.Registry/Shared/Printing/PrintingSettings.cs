using FirearmsRegistry.Processes;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Shared.Printing;

/// <summary>How reports are printed to PDF (section <c>Registry:Reports</c>).</summary>
/// <param name="Chromium">Full path of the program that prints; null where there is none.</param>
/// <param name="Account">The unprivileged account it runs under where the host is root; null for the usual one.</param>
/// <param name="WithoutSandbox">
/// Whether Chromium's own sandbox is given up. Only for machines that allow no user namespaces: it starts on no such machine otherwise.
/// </param>
/// <param name="AtOnce">How many are printed at once.</param>
/// <param name="Timeout">How long one may take, the wait for its turn included.</param>
/// <param name="Limits">What each of the program's processes may use.</param>
internal sealed record PrintingSettings(
    string? Chromium, string? Account, bool WithoutSandbox, int AtOnce, TimeSpan Timeout, ProgramLimits Limits)
{
    // Debian's command is a shell script around the program, which reads further settings of the machine; the program itself needs none.
    private static readonly string[] UsualPlaces =
        ["/usr/lib/chromium/chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable"];

    public static PrintingSettings From(IConfiguration configuration)
    {
        var reports = configuration.GetSection("Registry:Reports");
        var chromium = reports["Chromium"] is { Length: > 0 } given ? [given] : UsualPlaces;
        var timeout = TimeSpan.FromSeconds(reports.GetValue("PrintSeconds", 30));
        return new PrintingSettings(
            Array.Find(chromium, File.Exists),
            reports["Account"],
            reports.GetValue("WithoutSandbox", false),
            Math.Max(1, reports.GetValue("PrintAtOnce", 2)),
            timeout,
            new ProgramLimits(reports.GetValue("PrintMegabytes", 1024), 64, (int)timeout.TotalSeconds));
    }
}
