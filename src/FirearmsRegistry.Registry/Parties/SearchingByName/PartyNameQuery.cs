using System.Text;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using Npgsql;

namespace FirearmsRegistry.Registry.Parties.SearchingByName;

/// <summary>The query behind the search by name: one condition for each word, each answered by the index of the words.</summary>
internal static class PartyNameQuery
{
    public static async Task<IReadOnlyList<SearchPartiesByName.PartyFound>> FindAsync(
        NpgsqlConnection connection, IReadOnlyList<string> words, SearchPartiesByName.NameMatch match, Guid after, int limit,
        CancellationToken token)
    {
        // Every key consists of letters and digits, so no word can hold a wildcard.
        var comparison = match == SearchPartiesByName.NameMatch.Prefix ? "like" : "=";
        var sql = new StringBuilder(
            "select p.party_id, p.kind, p.category, p.details::text from registry.party p where p.party_id > $1 and p.details is not null");
        await using var command = new NpgsqlCommand { Connection = connection };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        foreach (var word in words)
        {
            command.Parameters.Add(new NpgsqlParameter<string>
            {
                TypedValue = match == SearchPartiesByName.NameMatch.Prefix ? word + '%' : word,
            });
            sql.Append(System.Globalization.CultureInfo.InvariantCulture,
                $" and p.party_id in (select k.party_id from registry.party_name_key k where k.word {comparison} ${command.Parameters.Count})");
        }

        // In order of registration: it never changes between two pages, and the position holds no part of a name.
        command.CommandText = sql.Append(" order by p.party_id limit $2").ToString();
        var found = new List<SearchPartiesByName.PartyFound>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            var data = PartyRows.PersonalData(reader.GetString(3));
            found.Add(new SearchPartiesByName.PartyFound(
                reader.GetGuid(0), PartyRows.Code<PartyKind>(reader.GetString(1)), PartyRows.Code<PartyCategory>(reader.GetString(2)),
                data.Name, data.NameInLatin, data.DateOfBirth, data.Country));
        }

        return found;
    }
}
