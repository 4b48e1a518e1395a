using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>Whether the records that an item names exist.</summary>
internal static class References
{
    public static async Task<Refusal?> MissingAsync(IDocumentSession session, SeizedItemEntry item, CancellationToken token)
    {
        var errors = new List<InputError>();
        if (item.Possessor.TryGet(out var party) && !await ExistsAsync(session, "party", party, token))
            errors.Add(new InputError("/item/possessor", party.ToString(), "Must be the id of a party in the register."));
        if (item.RegisteredFirearm is { } firearm && !await ExistsAsync(session, "firearm", firearm, token))
            errors.Add(new InputError("/item/registeredFirearm", firearm.ToString(), "Must be the id of a firearm in the register."));
        return errors.Count > 0 ? SeizureErrors.Unknown(errors) : null;
    }

    /// <summary>Whether there is a stream of this type; parties and firearms are never removed, so a yes stays true.</summary>
    public static async Task<bool> ExistsAsync(IDocumentSession session, string type, Guid id, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var ask = new NpgsqlCommand("select exists (select 1 from registry.mt_streams where id = $1 and type = $2)", session.Connection);
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        ask.Parameters.Add(new NpgsqlParameter<string> { TypedValue = type });
        return await ask.ExecuteScalarAsync(token) is true;
    }
}
