using System.Diagnostics.CodeAnalysis;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.Registry.Shared.Printing;

/// <summary>
/// The directory in which one page is printed: private to the account that prints, and removed with everything in it. What that account
/// left there is taken only as a plain file of its own, so that it cannot lead a host that is root to read another one.
/// </summary>
internal sealed class PrintingPlace : IDisposable
{
    // Scripts are off for all pages but the program's own, one of which prints: a switch for all of them would stop that one too.
    private const string Preferences = """{"profile":{"default_content_setting_values":{"javascript":2}}}""";

    private readonly string _root = Directory.CreateTempSubdirectory("firearms-registry-print-").FullName;
    private readonly ServiceAccount? _account;

    private PrintingPlace(ServiceAccount? account) => _account = account;

    public string Page => Path.Combine(_root, "page.html");

    public string Pdf => Path.Combine(_root, "page.pdf");

    public string Profile => Path.Combine(_root, "profile");

    public string Log => Path.Combine(_root, "log");

    /// <summary>Makes it, with the page in it.</summary>
    public static async Task<PrintingPlace> MakeAsync(string html, ServiceAccount? account, CancellationToken token)
    {
        var place = new PrintingPlace(account);
        try
        {
            // From the inside out: nothing is written into a directory that is the account's already.
            var settings = Path.Combine(place.Profile, "Default");
            await place.WriteAsync(Path.Combine(settings, "Preferences"), Preferences, token);
            place.Give(settings);
            place.Give(place.Profile);
            await place.WriteAsync(place.Page, html, token);
            place.Give(place._root);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Takes the PDF, once the program has ended.</summary>
    public bool TryRead([NotNullWhen(true)] out byte[]? pdf)
    {
        pdf = null;
        var file = new FileInfo(Pdf);
        // A pipe has no length, and reading it would wait for ever.
        if (!file.Exists || file.LinkTarget is not null || file.Length == 0
            || (_account is not null && Posix.OwnerOf(Pdf).UserId != _account.UserId))
            return false;
        var bytes = File.ReadAllBytes(Pdf);
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            return false;
        pdf = bytes;
        return true;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task WriteAsync(string path, string text, CancellationToken token)
    {
        await PrivateFile.WriteAsync(path, text, token);
        Give(path);
    }

    private void Give(string path)
    {
        if (_account is not null)
            Posix.GiveTo(path, _account);
    }
}
