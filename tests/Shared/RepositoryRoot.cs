namespace FirearmsRegistry.Tests;

/// <summary>
/// The folder of the work tree that the tests run in, for contract files and sources that they look at. Found from where the tests lie and
/// never from where they were compiled: a continuous integration build keeps no real path in its programs.
/// </summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>A file or folder below the root.</summary>
    public static string Below(params ReadOnlySpan<string> names) => System.IO.Path.Combine([Path, .. names]);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "FirearmsRegistry.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests must run from inside the work tree.");
        return directory.FullName;
    }
}
