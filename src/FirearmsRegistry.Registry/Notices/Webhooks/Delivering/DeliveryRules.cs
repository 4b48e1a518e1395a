namespace FirearmsRegistry.Registry.Notices.Webhooks.Delivering;

/// <summary>When a delivery that failed is tried again, and when no more.</summary>
public static class DeliveryRules
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>How many attempts in vain disable a webhook: with the delays between them, after nearly two days.</summary>
    public static int MostAttempts => Delays.Length + 1;

    /// <summary>Decides what follows from an attempt in vain.</summary>
    /// <param name="attempts">How often it was tried, this time included.</param>
    /// <param name="now">The present moment.</param>
    public static AfterFailure Decide(int attempts, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempts);
        return attempts >= MostAttempts ? new AfterFailure(now, Disable: true) : new AfterFailure(now + Delays[attempts - 1], Disable: false);
    }
}

/// <summary>What follows from an attempt in vain.</summary>
/// <param name="DueAt">When it is due again.</param>
/// <param name="Disable">Whether a person has to enable the webhook first.</param>
public sealed record AfterFailure(DateTimeOffset DueAt, bool Disable);
