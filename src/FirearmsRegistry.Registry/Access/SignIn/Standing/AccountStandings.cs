using System.Collections.Concurrent;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Registry.Access.SignIn.Standing;

/// <summary>
/// The standing of accounts, kept for five seconds: every request asks, and a look-up for each would cost as much as a third of a
/// registration. A change made on this server counts at once, one made on another server when the five seconds are over.
/// </summary>
internal sealed class AccountStandings(IServiceScopeFactory scopes, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>How long what was read is believed.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Entry> _entries = new();

    /// <summary>The account's standing; null when there is no such account or it is switched off.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="knownUntil">A moment that the answer must not be older than, such as when a token was made; null for any.</param>
    /// <param name="cancellation">Ends the waiting, not the look-up, for which others wait too.</param>
    public async Task<AccountStanding?> OfAsync(Guid userId, DateTimeOffset? knownUntil, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entry = _entries.AddOrUpdate(
            userId, _ => NewEntry(userId, now), (_, kept) => kept.IsGood(now, knownUntil) ? kept : NewEntry(userId, now));
        try
        {
            return await entry.Standing.Value.WaitAsync(cancellation);
        }
        catch when (entry.Standing.Value.IsFaulted)
        {
            _entries.TryRemove(KeyValuePair.Create(userId, entry));
            throw;
        }
    }

    /// <summary>Has the account looked up anew; to be called after every commit that changes its standing.</summary>
    public void Forget(Guid userId) => _entries.TryRemove(userId, out _);

    private Entry NewEntry(Guid userId, DateTimeOffset now) => new(now, new Lazy<Task<AccountStanding?>>(() => ReadAsync(userId)));

    private async Task<AccountStanding?> ReadAsync(Guid userId)
    {
        await using var command = database.CreateCommand(
            """
            select security_stamp, array(select s.id from identity.browser_sessions s where s.user_id = u.id and s.ended_at is null)
            from identity.users u where id = $1 and disabled_at is null
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        string stamp;
        HashSet<Guid> sessions;
        await using (var reader = await command.ExecuteReaderAsync(CancellationToken.None))
        {
            if (!await reader.ReadAsync(CancellationToken.None))
                return null;
            (stamp, sessions) = (reader.GetString(0), [.. reader.GetFieldValue<Guid[]>(1)]);
        }

        await using var scope = scopes.CreateAsyncScope();
        var roles = await scope.ServiceProvider.GetRequiredService<IRoleDirectory>().RolesOfAsync(userId, CancellationToken.None);
        return new AccountStanding(SignInDigest.Of(stamp), roles.ToHashSet(StringComparer.Ordinal), sessions);
    }

    private sealed record Entry(DateTimeOffset ReadAt, Lazy<Task<AccountStanding?>> Standing)
    {
        public bool IsGood(DateTimeOffset now, DateTimeOffset? knownUntil) =>
            now >= ReadAt && now - ReadAt < Lifetime && !(knownUntil > ReadAt);
    }
}
