using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Shared.Writing;

/// <summary>
/// Locks on what has no row of its own, held until the transaction ends. However many one command needs, it takes them in one statement
/// and in one order, the same for everybody: two commands that want the same two then wait for each other in a line and not in a circle.
/// </summary>
internal static class AdvisoryLocks
{
    // By the number that is locked and not by the name: sorting numbers does not depend on a collation.
    private const string Take =
        """
        select pg_advisory_xact_lock(lock) from (select distinct hashtextextended(name, 0) as lock from unnest($1) name order by lock) as sorted
        """;

    /// <summary>Takes the locks, in the transaction of the session.</summary>
    public static async Task TakeAsync(IDocumentSession session, IReadOnlyCollection<string> names, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand(Take, session.Connection);
        take.Parameters.Add(Names(names));
        await take.ExecuteNonQueryAsync(token);
    }

    /// <summary>The same as the first step of a batch, whose other steps then see what the former owners of the locks committed.</summary>
    public static NpgsqlBatchCommand First(IReadOnlyCollection<string> names)
    {
        var take = new NpgsqlBatchCommand(Take);
        take.Parameters.Add(Names(names));
        return take;
    }

    private static NpgsqlParameter<string[]> Names(IReadOnlyCollection<string> names) => new() { TypedValue = [.. names] };
}
