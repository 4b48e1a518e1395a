namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>
/// Contract files below <c>schemas/</c>: a test compares what the code makes with the file. <c>UPDATE_GOLDEN=1</c> rewrites the files;
/// the change is then reviewed like any other.
/// </summary>
internal static class Golden
{
    public static bool Updating { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Compare(string path, string made)
    {
        var file = RepositoryRoot.Below("schemas", path);
        var text = made.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            return;
        }

        Assert.True(File.Exists(file), $"schemas/{path} is missing: run the tests with UPDATE_GOLDEN=1 and review the new file.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
