using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>
/// Finds the items that count and may be the same arm, while holding locks on everything that they could share until the transaction
/// ends: of several agencies that report one arm at once, only the first sees nothing.
/// </summary>
internal static class SameArms
{
    // Two arms that are both known to be registered ones are told apart by that, whatever was read from them.
    private const string Find =
        """
        with candidate as (
            select item_id from registry.seized_item_identity where firearm_id = $2
            union
            select arm.item_id from registry.seized_item_number number join registry.seized_item_identity arm using (item_id)
            where number.number_folded = any($7) and ($2 is null or arm.firearm_id is null)
            union
            select arm.item_id from registry.seized_item_serial serial join registry.seized_item_identity arm using (item_id)
            where serial.serial_folded = any($6) and ($2 is null or arm.firearm_id is null) and arm.maker_key is not distinct from $3
              and arm.country is not distinct from $4 and arm.model_key is not distinct from $5)
        select fact.item_id, fact.seizure_id, fact.intake_on, seizure.authority, seizure.case_reference
        from candidate
        join registry.item_fact fact on fact.item_id = candidate.item_id and fact.known_to = 'infinity'
        join registry.seizure_fact seizure on seizure.seizure_id = fact.seizure_id and seizure.known_to = 'infinity'
        where fact.item_id <> $1 and fact.duplicate_of is null
        order by fact.item_id limit 20
        """;

    private const string FindReports =
        """
        select arm.item_id
        from registry.seized_item_identity arm
        join registry.item_fact fact on fact.item_id = arm.item_id and fact.known_to = 'infinity'
        where arm.firearm_id = any($1) and fact.duplicate_of is null
        order by arm.item_id
        """;

    public static async Task<IReadOnlyList<SameArm>> FindUnderLockAsync(
        IDocumentSession session, Guid itemId, ArmIdentity? identity, CancellationToken token)
    {
        if (identity is null || identity.IsEmpty)
            return [];
        await session.BeginTransactionAsync(token);
        await using var batch = new NpgsqlBatch(session.Connection);
        batch.BatchCommands.Add(AdvisoryLocks.First([.. Locks(identity)]));
        var find = new NpgsqlBatchCommand(Find);
        find.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = itemId });
        find.Parameters.Add(new NpgsqlParameter { Value = (object?)identity.FirearmId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        find.Parameters.Add(Text(identity.MakerKey));
        find.Parameters.Add(Text(identity.Country));
        find.Parameters.Add(Text(identity.ModelKey));
        find.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identity.FoldedSerials] });
        find.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. identity.FoldedNumbers] });
        batch.BatchCommands.Add(find);

        var found = new List<SameArm>();
        await using var reader = await batch.ExecuteReaderAsync(token);
        await reader.NextResultAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(new SameArm(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        return found;
    }

    /// <summary>The items that count as reports of these registered arms, under the same locks.</summary>
    public static async Task<IReadOnlyList<Guid>> ReportsUnderLockAsync(
        IDocumentSession session, IReadOnlyCollection<Guid> firearms, CancellationToken token)
    {
        await session.BeginTransactionAsync(token);
        await using var batch = new NpgsqlBatch(session.Connection);
        batch.BatchCommands.Add(AdvisoryLocks.First([.. firearms.Select(LockOf)]));
        var find = new NpgsqlBatchCommand(FindReports);
        find.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. firearms] });
        batch.BatchCommands.Add(find);
        var found = new List<Guid>();
        await using var reader = await batch.ExecuteReaderAsync(token);
        await reader.NextResultAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }

    private static IEnumerable<string> Locks(ArmIdentity identity)
    {
        if (identity.FirearmId is { } firearm)
            yield return LockOf(firearm);
        foreach (var serial in identity.FoldedSerials)
            yield return $"seized_item|{identity.MakerKey}|{identity.Country}|{identity.ModelKey}|{serial}";
        foreach (var number in identity.FoldedNumbers)
            yield return $"seized_item|national_number|{number}";
    }

    private static string LockOf(Guid firearm) => $"seized_item|{firearm}";

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
