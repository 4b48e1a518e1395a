using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>
/// Keeps links between duplicates one step long: the original counts itself, and an item that others are linked to is no duplicate.
/// Links are made one at a time, so that two items never become duplicates of each other.
/// </summary>
internal static class Duplicates
{
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('seized_item_duplicates', 0))";

    private const string HasDuplicates =
        "select exists (select 1 from registry.item_fact where duplicate_of = $1 and known_to = 'infinity')";

    private const string FindDuplicates =
        "select item_id from registry.item_fact where duplicate_of = $1 and known_to = 'infinity' order by item_id";

    /// <summary>
    /// Waits until nobody else makes links. Taken after the locks of <see cref="SameArms"/>, never before, so that no two wait for each other.
    /// </summary>
    public static async Task TakeTurnAsync(IDocumentSession session, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var take = new NpgsqlCommand(Lock, session.Connection);
        await take.ExecuteNonQueryAsync(token);
    }

    /// <summary>The items linked to one that counts.</summary>
    public static async Task<IReadOnlyList<Guid>> OfAsync(IDocumentSession session, Guid originalId, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(FindDuplicates, session.Connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = originalId });
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new List<Guid>();
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }

    public static async Task<Refusal?> WrongOriginalAsync(
        IDocumentSession session, Guid originalId, Guid duplicateId, ItemKind kind, CancellationToken token)
    {
        await TakeTurnAsync(session, token);
        var original = await session.Events.AggregateStreamAsync<SeizedItem>(originalId, token: token);
        if (originalId == duplicateId)
            return SeizureErrors.Duplicate("An item is not a duplicate of itself.");
        if (original is null)
            return SeizureErrors.Duplicate($"There is no item with the id {originalId}.");
        if (original.DuplicateOf is { } counting)
            return SeizureErrors.Duplicate($"That item is a duplicate itself; link to {counting}, which counts.");
        if (original.Item.Kind != kind)
            return SeizureErrors.Duplicate("The two items are things of different kinds.");
        await using var ask = new NpgsqlCommand(HasDuplicates, session.Connection);
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = duplicateId });
        return await ask.ExecuteScalarAsync(token) is true
            ? SeizureErrors.Duplicate("Other items are linked to this one, which therefore counts; link those anew first.")
            : null;
    }
}
