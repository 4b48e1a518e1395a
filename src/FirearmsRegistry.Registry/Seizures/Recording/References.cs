using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Parties;
using FirearmsRegistry.Registry.Shared.Refusing;
using Marten;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary>Whether the records that an item names exist.</summary>
internal static class References
{
    public static async Task<Refusal?> MissingAsync(IDocumentSession session, SeizedItemEntry item, CancellationToken token)
    {
        var errors = new List<InputError>();
        if (item.Possessor.TryGet(out var party) && await PartyReferences.MissingAsync(session, [party], token) is not [])
            errors.Add(new InputError("/item/possessor", party.ToString(), "Must be the id of a party in the register."));
        if (item.RegisteredFirearm is { } firearm && !await FirearmReferences.ExistsAsync(session, firearm, token))
            errors.Add(new InputError("/item/registeredFirearm", firearm.ToString(), "Must be the id of a firearm in the register."));
        return errors.Count > 0 ? SeizureErrors.Unknown(errors) : null;
    }
}
