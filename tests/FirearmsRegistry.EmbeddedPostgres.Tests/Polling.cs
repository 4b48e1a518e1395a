namespace FirearmsRegistry.EmbeddedPostgres.Tests;

/// <summary>Waits for what another process does and nobody announces.</summary>
internal static class Polling
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
            await ticks.WaitForNextTickAsync(patience.Token);
    }
}
