using System.Text.Json;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.GettingDetails;

/// <summary>Reads parties from their own tables.</summary>
internal static class PartyRows
{
    private const string SelectParty =
        "select version, kind, category, erased_at is not null, details::text, recorded_at from registry.party where party_id = $1";

    private const string SelectAuthorisations =
        """
        select authorisation_id, kind, reference, valid_from, valid_to, revoked_on from registry.party_authorisation
        where party_id = $1 order by valid_from, authorisation_id
        """;

    public static PersonalData PersonalData(string details) =>
        JsonSerializer.Deserialize<PersonalData>(details, RegistryJson.Options)!;

    /// <summary>A party as it stands; null where there is none.</summary>
    public static async Task<PartyDetails?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken token)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(SelectParty) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } },
                new NpgsqlBatchCommand(SelectAuthorisations) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(token);
        if (!await reader.ReadAsync(token))
            return null;
        var party = new PartyDetails(
            id,
            reader.GetInt64(0),
            Code<PartyKind>(reader.GetString(1)),
            Code<PartyCategory>(reader.GetString(2)),
            reader.GetBoolean(3),
            await reader.IsDBNullAsync(4, token) ? null : PersonalData(reader.GetString(4)),
            reader.GetFieldValue<DateTimeOffset>(5),
            []);
        await reader.NextResultAsync(token);
        return party with { Authorisations = await AuthorisationsAsync(reader, token) };
    }

    public static T Code<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidDataException($"{code} is no code of {typeof(T).Name}.");

    private static async Task<IReadOnlyList<AuthorisationDetails>> AuthorisationsAsync(NpgsqlDataReader reader, CancellationToken token)
    {
        var all = new List<AuthorisationDetails>();
        while (await reader.ReadAsync(token))
        {
            all.Add(new AuthorisationDetails(
                reader.GetGuid(0),
                Code<AuthorisationKind>(reader.GetString(1)),
                await reader.IsDBNullAsync(2, token) ? null : ShortText.Parse(reader.GetString(2)).GetOrThrow(),
                reader.GetFieldValue<DateOnly>(3),
                await reader.IsDBNullAsync(4, token) ? null : reader.GetFieldValue<DateOnly>(4),
                await reader.IsDBNullAsync(5, token) ? null : reader.GetFieldValue<DateOnly>(5)));
        }

        return all;
    }
}
