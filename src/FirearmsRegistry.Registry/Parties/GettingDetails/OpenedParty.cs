using FirearmsRegistry.Registry.Parties.Sealing;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary>A party folded from its events, opened with its key.</summary>
internal static class OpenedParty
{
    /// <summary>The details; without a key nothing personal, also for a moment before the erasure.</summary>
    public static PartyDetails Of(Party party, PersonKey? key) => new(
        party.Id,
        party.Version,
        party.Entry.Kind,
        party.Entry.Category,
        key is null,
        key?.Open(party.Entry.PersonalData),
        party.RecordedAt,
        [
            .. party.Authorisations.OrderBy(given => given.Value.ValidFrom).ThenBy(given => given.Key)
                .Select(given => new AuthorisationDetails(
                    given.Key, given.Value.Kind, key?.OpenReference(given.Key, given.Value.Reference), given.Value.ValidFrom,
                    given.Value.ValidTo, given.Value.RevokedOn)),
        ]);
}
