using System.Runtime.CompilerServices;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.Sealing;

/// <summary>
/// The keys of parties' personal data: one row each in <c>person_key</c>, wrapped by the data-protection key ring under a purpose that
/// names the party, so that rows cannot be exchanged. What a unit of work created or loaded is at hand for its inline read models.
/// </summary>
public sealed class PersonKeys(IDataProtectionProvider ring, NpgsqlDataSource database)
{
    private readonly IDataProtector _protector = ring.CreateProtector("FirearmsRegistry.Parties.PersonKey", "v1");
    private readonly ConditionalWeakTable<IDocumentOperations, Dictionary<Guid, PersonKey?>> _atHand = [];

    /// <summary>Makes a party's key; its row lands with the unit of work.</summary>
    internal PersonKey Create(IDocumentOperations work, Guid partyId, DateTimeOffset now)
    {
        var key = PersonKey.Generate(partyId);
        // An id that is taken is refused by its stream; the conflict here must not come first under another name.
        work.QueueSqlCommand(
            "insert into registry.person_key (party_id, wrapped_key, created_at) values (?, ?, ?) on conflict (party_id) do nothing",
            partyId, ProtectorOf(partyId).Protect(key.ToBytes()), now.ToUniversalTime());
        AtHand(work)[partyId] = key;
        return key;
    }

    /// <summary>Destroys a party's key with the unit of work.</summary>
    internal void Destroy(IDocumentOperations work, Guid partyId, DateTimeOffset now)
    {
        work.QueueSqlCommand("update registry.person_key set wrapped_key = null, destroyed_at = ? where party_id = ?",
            now.ToUniversalTime(), partyId);
        AtHand(work)[partyId] = null;
    }

    /// <summary>A party's key for a unit of work; null where it was destroyed or there is no such party.</summary>
    internal async Task<PersonKey?> FindAsync(IDocumentOperations work, Guid partyId, CancellationToken token) =>
        (await FindAsync(work, [partyId], token)).GetValueOrDefault(partyId);

    /// <summary>The keys of several parties for a unit of work: those at hand, the others in one round trip.</summary>
    internal async Task<IReadOnlyDictionary<Guid, PersonKey?>> FindAsync(
        IDocumentOperations work, IReadOnlyCollection<Guid> partyIds, CancellationToken token)
    {
        var atHand = AtHand(work);
        var missing = partyIds.Where(id => !atHand.ContainsKey(id)).Distinct().ToArray();
        foreach (var (id, key) in await LoadAsync(missing, token))
            atHand[id] = key;
        return atHand;
    }

    /// <summary>The keys of parties as they are in the database; destroyed ones are left out.</summary>
    internal async Task<IReadOnlyDictionary<Guid, PersonKey?>> LoadAsync(IReadOnlyCollection<Guid> partyIds, CancellationToken token)
    {
        var keys = new Dictionary<Guid, PersonKey?>();
        if (partyIds.Count == 0)
            return keys;
        await using var command = database.CreateCommand(
            "select party_id, wrapped_key from registry.person_key where party_id = any($1) and wrapped_key is not null");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. partyIds] });
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var id = reader.GetGuid(0);
            keys[id] = new PersonKey(id, ProtectorOf(id).Unprotect(reader.GetFieldValue<byte[]>(1)));
        }

        return keys;
    }

    private IDataProtector ProtectorOf(Guid partyId) => _protector.CreateProtector(partyId.ToString("D"));

    private Dictionary<Guid, PersonKey?> AtHand(IDocumentOperations work) => _atHand.GetValue(work, _ => []);
}
