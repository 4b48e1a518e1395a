namespace FirearmsRegistry.EmbeddedPostgres.Running;

/// <summary>The throw-away data directories of test runs.</summary>
internal static class TestDirectories
{
    private const string Prefix = "firearms-registry-test-";

    /// <summary>A name that nobody else uses, in the system's directory for temporary files.</summary>
    public static string NextName() => Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.CreateVersion7():n}");
}
