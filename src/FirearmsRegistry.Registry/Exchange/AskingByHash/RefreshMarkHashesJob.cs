using FirearmsRegistry.Registry.Exchange.Partners;
using Hangfire;
using Marten;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// Runs each hour: hashes what was registered since for every partner with whom asking by hash was agreed, so that a question finds little
/// left to hash. It may run twice, and be ended at any time: what is missing is hashed with the next question at the latest.
/// </summary>
[AutomaticRetry(Attempts = 0)]
internal sealed class RefreshMarkHashesJob(IQuerySession session, PairSecrets secrets, MarkHashIndex index)
{
    /// <summary>Its stable name among the recurring jobs.</summary>
    public const string Id = "mark-hashes";

    /// <summary>Runs it once.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var partners = await session.Query<Partner>().Where(partner => partner.DeactivatedAt == null).ToListAsync(token);
        foreach (var partner in partners.Where(partner => partner.HashAgreement is not null))
        {
            if (await secrets.FindAsync(partner.Id, token) is { } secret)
                await index.RefreshAsync(partner.Id, secret.Id, secret.Secret, token);
        }
    }
}
