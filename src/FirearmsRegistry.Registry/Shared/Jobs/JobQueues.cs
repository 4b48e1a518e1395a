namespace FirearmsRegistry.Registry.Shared.Jobs;

/// <summary>The queues. Hangfire.PostgreSql serves them in alphabetical order, which is why their names say it.</summary>
internal static class JobQueues
{
    /// <summary>Urgent traces.</summary>
    public const string Urgent = "a-urgent";

    /// <summary>Everything that somebody waits for.</summary>
    public const string Default = "b-default";

    /// <summary>Long lists.</summary>
    public const string Bulk = "c-bulk";

    /// <summary>All of them, first served first.</summary>
    public static string[] All { get; } = [Urgent, Default, Bulk];
}
