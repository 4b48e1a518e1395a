namespace FirearmsRegistry.EmbeddedPostgres.Tests;

/// <summary>A directory for one test, open to every account, removed at the end.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public TemporaryDirectory() => File.SetUnixFileMode(Path, Open);

    public string Path { get; } = Directory.CreateTempSubdirectory("fr-test-").FullName;

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A directory that nobody but its owner may pass, as a clone in a private home is.</summary>
    public string PrivateBelow(string name)
    {
        var path = Directory.CreateDirectory(Below(name)).FullName;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public static void CopyTree(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        foreach (var directory in Directory.EnumerateDirectories(source))
            CopyTree(directory, System.IO.Path.Combine(target, System.IO.Path.GetFileName(directory)));
    }

    public void Dispose()
    {
        foreach (var directory in Directory.EnumerateDirectories(Path))
            File.SetUnixFileMode(directory, Open);
        Directory.Delete(Path, recursive: true);
    }
}
