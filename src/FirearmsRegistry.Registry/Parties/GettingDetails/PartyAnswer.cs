using FirearmsRegistry.Registry.Shared.Requests;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary>Answers writes with the party as it stands, without anything personal.</summary>
internal sealed class PartyAnswer(NpgsqlDataSource database) : IResourceAnswer<PartyStanding>
{
    public async Task<PartyStanding?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await PartyRows.FindAsync(connection, id, token) is { } party ? WithoutPersonalData(party) : null;
    }

    private static PartyStanding WithoutPersonalData(PartyDetails party) => new(
        party.Id, party.Version, party.Kind, party.Category, party.Erased, party.RecordedAt,
        [
            .. party.Authorisations.Select(given => new AuthorisationStanding(
                given.AuthorisationId, given.Kind, given.ValidFrom, given.ValidTo, given.RevokedOn)),
        ]);
}
