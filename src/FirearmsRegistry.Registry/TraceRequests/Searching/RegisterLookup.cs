using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Components;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Catalogues;
using FirearmsRegistry.Registry.Catalogues.LookingUp;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.TraceRequests.Searching;

/// <summary>Reads what a search needs of the register.</summary>
internal static class RegisterLookup
{
    private const int MostMarks = 200;

    // Serials that nothing ties to the item's maker or country are left out as well, so that the limit counts only what fits.
    private const string FindMarks =
        """
        select m.firearm_id, m.text_exact, m.text_folded, m.serial_exact, m.serial_folded, i.maker_key, i.country, m.restored,
            m.component = any($6), m.kind = 'national_number'
        from registry.firearm_mark m join registry.firearm_identity i using (firearm_id)
        where not m.voided and m.kind in ('manufacture', 'national_number')
          and (m.text_folded = any($1) or m.serial_folded = any($2))
          and (cardinality($3::text[]) = 0 or i.maker_key is null or i.maker_key = any($3))
          and ($4::text is null or i.country is null or i.country = $4)
          and (m.text_folded = any($1) or i.maker_key = any($3) or i.country = $4)
        order by m.firearm_id limit $5
        """;

    private static readonly string[] FrameParts =
        [.. Enum.GetValues<ComponentKind>().Where(ComponentKinds.IsPrimary).Select(part => Codes.Of(part))];

    private const string FindHolder =
        """
        select p.category, a.valid_from, least(a.valid_to, a.revoked_on - 1)
        from registry.party p
        left join registry.party_authorisation a on a.party_id = p.party_id and a.kind = 'possession'
        where p.party_id = $1
        """;

    public static Task<SearchFindings> FindArmAsync(
        NpgsqlDataSource database, IQuerySession session, SeizedItem item, CatalogueLookUp catalogues, CancellationToken token) =>
        FindArmAsync(database, session, item.LinkedBefore, item.Item.Marks, Named(ArmKeys.Of(item), item.Item.Maker, catalogues), token);

    public static Task<SearchFindings> FindArmAsync(
        NpgsqlDataSource database, IQuerySession session, AskedArm arm, CatalogueLookUp catalogues, CancellationToken token) =>
        FindArmAsync(database, session, null, arm.Marks, Named(ArmKeys.Of(arm), arm.Maker, catalogues), token);

    /// <summary>A register and whoever asks it name one maker in several ways; where the name is that of several makers, only the name itself counts.</summary>
    private static ArmKeys Named(ArmKeys keys, Known<ShortText> maker, CatalogueLookUp catalogues) =>
        maker.TryGet(out var name) && catalogues.FindMaker(name.ToString()).TryOne(out var code)
            ? keys with
            {
                OtherMakerKeys =
                [
                    .. catalogues.Snapshot.Find(CatalogueKind.Makers, code)!.SearchedNames.Select(other => SearchKey.Of(other.ToString()).ExactKey)
                        .Where(key => key.Length > 0 && key != keys.MakerKey).Distinct(),
                ],
            }
            : keys;

    private static async Task<SearchFindings> FindArmAsync(
        NpgsqlDataSource database, IQuerySession session, Guid? linkedBefore, IReadOnlyList<MarkAsRead> read, ArmKeys keys, CancellationToken token)
    {
        var marks = linkedBefore is null && !keys.All.IsEmpty ? await FindMarksAsync(database, keys, token) : RegisteredMarks.None;
        var identified = ArmIdentification.Decide(linkedBefore, read, keys, marks);
        var seen = marks.Marks.Select(mark => mark.FirearmId);
        if (identified.FirearmId is not { } firearm)
            return new SearchFindings(identified, [], keys, [.. seen.Distinct()]);
        var events = await session.Events.FetchStreamAsync(firearm, token: token);
        return new SearchFindings(identified, [.. events.Select(entry => new RegisterEntry(entry.Id, entry.Timestamp, entry.Data))], keys,
            [.. seen.Append(firearm).Distinct()]);
    }

    public static async Task<HolderStanding> FindHolderAsync(NpgsqlDataSource database, Chain? chain, CancellationToken token)
    {
        if (chain?.LastLegalRecord is not { } last || !last.Holder.TryGet(out var holder))
            return HolderStanding.Unknown;
        await using var command = database.CreateCommand(FindHolder);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = holder });
        await using var reader = await command.ExecuteReaderAsync(token);
        string? category = null;
        var periods = new List<AuthorisationPeriod>();
        while (await reader.ReadAsync(token))
        {
            category = reader.GetString(0);
            if (await reader.IsDBNullAsync(1, token))
                continue;
            periods.Add(new AuthorisationPeriod(reader.GetFieldValue<DateOnly>(1),
                await reader.IsDBNullAsync(2, token) ? null : reader.GetFieldValue<DateOnly>(2)));
        }

        return new HolderStanding(category, periods);
    }

    private static async Task<RegisteredMarks> FindMarksAsync(NpgsqlDataSource database, ArmKeys keys, CancellationToken token)
    {
        await using var command = database.CreateCommand(FindMarks);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys.All.Texts.Select(key => key.FoldedKey)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys.All.Serials.Select(key => key.FoldedKey)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. keys.MakerKeys] });
        command.Parameters.Add(Text(keys.Country));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostMarks + 1 });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = FrameParts });
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new List<RegisteredMark>();
        while (await reader.ReadAsync(token))
        {
            found.Add(new RegisteredMark(reader.GetGuid(0), reader.GetString(1), reader.GetString(2),
                await TextAsync(reader, 3, token), await TextAsync(reader, 4, token), await TextAsync(reader, 5, token),
                await TextAsync(reader, 6, token), reader.GetBoolean(7), reader.GetBoolean(8), reader.GetBoolean(9)));
        }

        return new RegisteredMarks(found, found.Count > MostMarks);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static async Task<string?> TextAsync(NpgsqlDataReader reader, int column, CancellationToken token) =>
        await reader.IsDBNullAsync(column, token) ? null : reader.GetString(column);
}
