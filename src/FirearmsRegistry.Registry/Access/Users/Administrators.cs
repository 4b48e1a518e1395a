using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>Counts the administrators while no other request can change their number.</summary>
internal static class Administrators
{
    /// <summary>How many people hold the role and may use it. The count holds until the session's transaction ends.</summary>
    public static async Task<int> CountUnderLockAsync(IDocumentSession session, CancellationToken token) =>
        (await UnderLockAsync(session, token)).Count;

    /// <summary>The people who hold the role and may use it. The answer holds until the session's transaction ends.</summary>
    public static async Task<IReadOnlyList<Guid>> UnderLockAsync(IDocumentSession session, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('access.administrators', 0))", session.Connection);
        await take.ExecuteNonQueryAsync(token);
        return await session.Query<UserAccess>().Where(user => user.IsActiveAdministrator).Select(user => user.Id).ToListAsync(token);
    }
}
