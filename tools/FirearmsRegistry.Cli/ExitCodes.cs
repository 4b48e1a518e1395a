namespace FirearmsRegistry.Cli;

/// <summary>What the program's exit code says; a command line that cannot be read exits with 1.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Right = 0;

    /// <summary>At least one of the values given is wrong, or what was asked for does not exist.</summary>
    public const int Wrong = 2;
}
