using System.Threading.RateLimiting;

namespace FirearmsRegistry.Registry.Access.SignIn.Limiting;

/// <summary>
/// Attempts per user name, whatever address they come from, and also for names that do not exist. The limit per address is
/// <see cref="IssuerLimiter"/>'s; each server counts for itself, and the lockout in the database holds for all of them.
/// </summary>
internal sealed class SignInAttempts(AccessSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _names = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetSlidingWindowLimiter(name, _ => IssuerLimiter.PerMinute(settings.SignInAttemptsPerMinute)));

    /// <summary>Counts an attempt; false when there were too many in the last minute.</summary>
    public async Task<bool> MayTryAsync(string userName, CancellationToken cancellation)
    {
        using var lease = await _names.AcquireAsync(userName.ToUpperInvariant(), 1, cancellation);
        return lease.IsAcquired;
    }

    public void Dispose() => _names.Dispose();
}
