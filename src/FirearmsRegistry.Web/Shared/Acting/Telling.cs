namespace FirearmsRegistry.Web.Shared.Acting;

/// <summary>Tells everybody who listens.</summary>
internal static class Telling
{
    /// <summary>Waits for all: awaiting the event itself would wait for the last listener only, and the faults of the others would be nobody's.</summary>
    public static Task AllAsync(this Func<Task>? listeners) =>
        listeners is null ? Task.CompletedTask : Task.WhenAll(listeners.GetInvocationList().Cast<Func<Task>>().Select(listener => listener()));
}
