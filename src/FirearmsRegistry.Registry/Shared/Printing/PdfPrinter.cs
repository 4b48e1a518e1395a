using FirearmsRegistry.Processes;
using FirearmsRegistry.Registry.Shared.Refusing;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.Registry.Shared.Printing;

/// <summary>
/// Prints a page to PDF with Chromium: under an unprivileged account, in a directory of its own that is removed afterwards, with scripts
/// off, without a network, within limits of time and memory, and only so many at once.
/// </summary>
internal sealed class PdfPrinter(PrintingSettings settings, TimeProvider time, ILogger<PdfPrinter> log) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(settings.AtOnce);

    /// <summary>Whether there is a program that prints.</summary>
    public bool IsThere => settings.Chromium is not null;

    /// <summary>Prints a page that loads nothing from elsewhere.</summary>
    public async Task<Result<byte[]>> PrintAsync(string html, CancellationToken token)
    {
        if (settings.Chromium is not { } program)
            return PrintingErrors.Missing;
        var started = time.GetTimestamp();
        if (!await _turns.WaitAsync(settings.Timeout, token))
            return PrintingErrors.Busy;
        try
        {
            var left = settings.Timeout - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return PrintingErrors.Busy;
            var account = Account();
            if (Environment.IsPrivilegedProcess && account is null)
                return PrintingErrors.Missing;
            using var place = await PrintingPlace.MakeAsync(html, account, token);
            var command = LaunchCommand.For(program, Arguments(place), place.Log, account, settings.Limits);
            command.Environment["HOME"] = place.Profile;
            command.Environment["TMPDIR"] = place.Profile;
            var exit = await LimitedRun.ToEndAsync(command, left, token);
            if (exit == 0 && place.TryRead(out var pdf))
                return pdf;
            // The program's words may hold the page's: only how it ended is logged.
            log.LogWarning("A report could not be printed: {Ending}.", exit is { } code ? $"the program ended with {code}" : "its time was over");
            return PrintingErrors.Failed;
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private ServiceAccount? Account()
    {
        if (!Environment.IsPrivilegedProcess || !LaunchCommand.CanChangeAccount)
            return null;
        var accounts = ServiceAccount.All();
        return settings.Account is { Length: > 0 } name
            ? accounts.FirstOrDefault(account => account.Name == name)
            : ServiceAccount.Usual(accounts);
    }

    private IEnumerable<string> Arguments(PrintingPlace place)
    {
        string[] arguments =
        [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-breakpad",
            "--disable-crash-reporter",
            "--disable-dev-shm-usage",
            // Nothing is looked up, and what would be asked for all the same goes to a proxy that is not there.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--proxy-server=127.0.0.1:1",
            $"--user-data-dir={place.Profile}",
            "--no-pdf-header-footer",
            $"--print-to-pdf={place.Pdf}",
        ];
        return settings.WithoutSandbox
            ? [.. arguments, "--no-sandbox", new Uri(place.Page).AbsoluteUri]
            : [.. arguments, new Uri(place.Page).AbsoluteUri];
    }
}
