using Marten;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>What other areas ask of parties: whether the ones that they name exist. Parties are never removed, so a yes stays true.</summary>
public static class PartyReferences
{
    private const string Missing =
        "select asked.id from unnest(?) asked(id) where not exists (select 1 from registry.party where party_id = asked.id)";

    /// <summary>Those of the ids that no party in the register has, each once; one round trip, none for an empty list.</summary>
    public static async Task<IReadOnlyList<Guid>> MissingAsync(
        IQuerySession session, IReadOnlyCollection<Guid> ids, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Count == 0 ? [] : await session.AdvancedSql.QueryAsync<Guid>(Missing, token, [ids.Distinct().ToArray()]);
    }
}
