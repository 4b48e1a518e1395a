using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Exchange.AskingByHash;

/// <summary>
/// The register's own marks, hashed under the secret of a pair, so that a question is a look-up. Each mark stands under several hashes: by
/// what its maker may be called and without it, with and without its country, for a partner who could not read them.
/// </summary>
internal sealed class MarkHashIndex(NpgsqlDataSource database, CatalogueStock catalogues)
{
    private const int Portion = 20_000;

    // Serials where they are known, else the whole text: that is what the other side reads, too.
    private const string FindUnhashed =
        """
        select m.mark_id, i.maker, coalesce(i.country, ''), coalesce(m.serial_folded, m.text_folded),
            coalesce(i.maker_key, '') || '|' || coalesce(i.country, '') || '|' || coalesce(m.serial_folded, m.text_folded) || '|' || $4
        from registry.firearm_mark m join registry.firearm_identity i using (firearm_id)
        left join registry.exchange_mark_hash h on h.partner_id = $1 and h.mark_id = m.mark_id
        where not m.voided and not m.restored and m.kind in ('manufacture', 'import', 'national_number')
          and coalesce(m.serial_folded, m.text_folded) <> ''
          and (h.mark_id is null or h.secret_id <> $2
               or h.basis <> coalesce(i.maker_key, '') || '|' || coalesce(i.country, '') || '|' || coalesce(m.serial_folded, m.text_folded) || '|' || $4)
        limit $3
        """;

    private const string Keep =
        """
        insert into registry.exchange_mark_hash (partner_id, secret_id, mark_id, basis, hashes)
        select $1, $2, mark_id, basis, array_agg(hash) from unnest($3, $4, $5) as row (mark_id, basis, hash) group by mark_id, basis
        on conflict (partner_id, mark_id) do update set secret_id = excluded.secret_id, basis = excluded.basis, hashes = excluded.hashes
        """;

    private const string LookUp =
        """
        select asked.place from unnest($3::bytea[]) with ordinality as asked (hash, place)
        where exists (select from registry.exchange_mark_hash h join registry.firearm_mark m on m.mark_id = h.mark_id and not m.restored
            where h.partner_id = $1 and h.secret_id = $2 and h.hashes @> array[asked.hash] and not m.voided)
        """;

    /// <summary>Hashes what was registered or corrected since; the first time, and after a change of the catalogue of makers, everything.</summary>
    public async Task RefreshAsync(Guid partnerId, long secretId, byte[] secret, CancellationToken token)
    {
        var makers = new MakerCodes(await catalogues.CurrentAsync(token));
        while (await HashPortionAsync(partnerId, secretId, secret, makers, token) == Portion)
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

    private async Task<int> HashPortionAsync(Guid partnerId, long secretId, byte[] secret, MakerCodes makers, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var rows = await FindAsync(connection, partnerId, secretId, makers.Digest, token);
        if (rows.Count == 0)
            return 0;
        var hashes = rows.SelectMany(row => HashesOf(secret, row, makers).Select(hash => (row.MarkId, row.Basis, Hash: hash))).ToList();
        await using var command = new NpgsqlCommand(Keep, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = secretId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. hashes.Select(hash => hash.MarkId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. hashes.Select(hash => hash.Basis)] });
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = hashes.Select(hash => hash.Hash).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
        });
        await command.ExecuteNonQueryAsync(token);
        return rows.Count;
    }

    private static async Task<List<MarkRow>> FindAsync(
        NpgsqlConnection connection, Guid partnerId, long secretId, string makers, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(FindUnhashed, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = partnerId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = secretId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Portion });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = makers });
        var rows = new List<MarkRow>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            rows.Add(new MarkRow(reader.GetGuid(0), await reader.IsDBNullAsync(1, token) ? null : reader.GetString(1), reader.GetString(2),
                reader.GetString(3), reader.GetString(4)));
        }

        return rows;
    }

    private static IEnumerable<byte[]> HashesOf(byte[] secret, MarkRow row, MakerCodes makers)
    {
        CountryCode?[] countries = row.Country.Length > 0 ? [CountryCode.Parse(row.Country).GetOrThrow(), null] : [null];
        return from maker in (string[])[.. row.Maker is { } name ? makers.Registered(name) : [], ""]
               from country in countries
               select Convert.FromHexString(MarkHash.Of(secret, MarkHash.Canonical(maker, country, row.Key)));
    }

    private sealed record MarkRow(Guid MarkId, string? Maker, string Country, string Key, string Basis);
}
