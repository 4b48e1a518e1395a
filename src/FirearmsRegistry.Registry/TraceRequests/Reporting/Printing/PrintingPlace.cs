using System.Diagnostics.CodeAnalysis;
using FirearmsRegistry.Processes;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Printing;

/// <summary>
/// The directory in which one page is printed: private to the account that prints, and removed with everything in it. What that account
/// left there is taken only as a plain file of its own, so that it cannot lead a host that is root to read another one.
/// </summary>
internal sealed class PrintingPlace : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // Scripts are off for all pages but the program's own, one of which prints: a switch for all of them would stop that one too.
    private const string Preferences = """{"profile":{"default_content_setting_values":{"javascript":2}}}""";

    private readonly string _root;
    private readonly ServiceAccount? _account;

    private PrintingPlace(string root, ServiceAccount? account) => (_root, _account) = (root, account);

    public string Page => Path.Combine(_root, "page.html");

    public string Pdf => Path.Combine(_root, "page.pdf");

    public string Profile => Path.Combine(_root, "profile");

    public string Log => Path.Combine(_root, "log");

    public static PrintingPlace Make(ServiceAccount? account)
    {
        var place = new PrintingPlace(Directory.CreateTempSubdirectory("firearms-registry-print-").FullName, account);
        try
        {
            Directory.CreateDirectory(Path.Combine(place.Profile, "Default"));
            place.Write(Path.Combine(place.Profile, "Default", "Preferences"), Preferences);
            // From the inside out: nothing is written into a directory that is the account's already.
            place.Give(Path.Combine(place.Profile, "Default"));
            place.Give(place.Profile);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Writes the page, and gives the directory to the account.</summary>
    public void Write(string html)
    {
        Write(Page, html);
        Give(_root);
    }

    /// <summary>Takes the PDF, once the program has ended.</summary>
    public bool TryRead([NotNullWhen(true)] out byte[]? pdf)
    {
        pdf = null;
        var file = new FileInfo(Pdf);
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

    private void Write(string path, string text)
    {
        using (var writer = new StreamWriter(new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        })))
        {
            writer.Write(text);
        }

        Give(path);
    }

    private void Give(string path)
    {
        if (_account is not null)
            Posix.GiveTo(path, _account);
    }
}
