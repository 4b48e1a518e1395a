using FirearmsRegistry.Marks.Countries;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// The register's own marks, hashed under the secret of a pair, so that a question is a look-up. Each mark stands under four hashes: with
/// and without its maker, with and without its country, for a partner who could not read them.
/// </summary>
internal sealed class MarkHashIndex(NpgsqlDataSource database)
{
    private const int Portion = 20_000;

    // Serials where they are known, else the whole text: that is what the other side reads, too.
    private const string FindUnhashed =
        """
        select m.mark_id, coalesce(i.maker_key, ''), coalesce(i.country, ''), coalesce(m.serial_folded, m.text_folded)
        from registry.firearm_mark m join registry.firearm_identity i using (firearm_id)
        left join registry.exchange_mark_hash h on h.partner_id = $1 and h.mark_id = m.mark_id
        where not m.voided and not m.restored and m.kind in ('manufacture', 'import', 'national_number')
          and coalesce(m.serial_folded, m.text_folded) <> ''
          and (h.mark_id is null or h.secret_id <> $2
               or h.basis <> coalesce(i.maker_key, '') || '|' || coalesce(i.country, '') || '|' || coalesce(m.serial_folded, m.text_folded))
        limit $3
        """;

    private const string Keep =
        """
        insert into registry.exchange_mark_hash (partner_id, secret_id, mark_id, basis, hashes)
        select $1, $2, mark_id, basis, array[a, b, c, d] from unnest($3, $4, $5, $6, $7, $8) as row (mark_id, basis, a, b, c, d)
        on conflict (partner_id, mark_id) do update set secret_id = excluded.secret_id, basis = excluded.basis, hashes = excluded.hashes
        """;

    private const string LookUp =
        """
        select asked.place from unnest($3::bytea[]) with ordinality as asked (hash, place)
        where exists (select from registry.exchange_mark_hash h join registry.firearm_mark m on m.mark_id = h.mark_id and not m.restored
            where h.partner_id = $1 and h.secret_id = $2 and h.hashes @> array[asked.hash] and not m.voided)
        """;

    /// <summary>Hashes what was registered or corrected since; the first time, everything.</summary>
    public async Task RefreshAsync(Guid partnerId, long secretId, byte[] secret, CancellationToken token)
    {
        while (await HashPortionAsync(partnerId, secretId, secret, token) == Portion)
        {
        }
    }

    /// <summary>For each hash whether a mark of the register has it.</summary>
    public async Task<IReadOnlyList<MarkKnowledge>> LookUpAsync(
        Guid partnerId, long secretId, IReadOnlyList<byte[]> hashes, CancellationToken token)
    {
        await using var command = database.CreateCommand(LookUp);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = secretId });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. hashes] });
        var answers = new MarkKnowledge[hashes.Count];
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            answers[reader.GetInt64(0) - 1] = MarkKnowledge.Possible;
        return answers;
    }

    private async Task<int> HashPortionAsync(Guid partnerId, long secretId, byte[] secret, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await FindAsync(connection, partnerId, secretId, token);
        if (rows.Count == 0)
            return 0;
        await using var command = new NpgsqlCommand(Keep, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = secretId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. rows.Select(row => row.MarkId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => $"{row.Maker}|{row.Country}|{row.Key}")] });
        foreach (var (withMaker, withCountry) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            command.Parameters.Add(new NpgsqlParameter
            {
                Value = rows.Select(row => HashOf(secret, row, withMaker, withCountry)).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            });
        }

        await command.ExecuteNonQueryAsync(token);
        return rows.Count;
    }

    private static async Task<List<MarkRow>> FindAsync(NpgsqlConnection connection, Guid partnerId, long secretId, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(FindUnhashed, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = secretId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Portion });
        var rows = new List<MarkRow>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            rows.Add(new MarkRow(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return rows;
    }

    private static byte[] HashOf(byte[] secret, MarkRow row, bool withMaker, bool withCountry)
    {
        CountryCode? country = withCountry && row.Country.Length > 0 ? CountryCode.Parse(row.Country).GetOrThrow() : null;
        return Convert.FromHexString(MarkHash.Of(secret, MarkHash.Canonical(withMaker ? row.Maker : "", country, row.Key)));
    }

    private sealed record MarkRow(Guid MarkId, string Maker, string Country, string Key);
}
