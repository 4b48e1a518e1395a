using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Vintages;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Figures;
using Npgsql;

namespace FirearmsRegistry.Registry.Vintages.Comparing;

/// <summary>Where an item stood in the figures.</summary>
/// <param name="Year">The year in which it counted.</param>
/// <param name="Intake">How it came in.</param>
/// <param name="Excluded">Why it was left out; null where it counted.</param>
/// <param name="Line">Its outcome line; null where it had none yet or was left out.</param>
/// <param name="EstablishedElsewhere">Whether an authority had established its origin although it stood in line 2 or 3.</param>
public sealed record ItemPosition(int Year, Intake Intake, ExclusionReason? Excluded, OutcomeLine? Line, bool EstablishedElsewhere)
{
    internal static ItemPosition Of(
        int year, Intake intake, OutcomeLine? line, LegalBasis legalBasis, bool antique, bool duplicate, bool establishedElsewhere) =>
        Exclusions.ReasonFor(intake, legalBasis, antique, duplicate) is { } reason
            ? new(year, intake, reason, null, false)
            : new(year, intake, null, line, establishedElsewhere);
}

/// <summary>An item that caused a difference: it stands elsewhere in the figures, or is new or gone.</summary>
/// <param name="Item">The item.</param>
/// <param name="Year">The year in which it counts; its year before where it is gone.</param>
/// <param name="Before">The version of its record before; null where it is new.</param>
/// <param name="After">The version after; null where it is gone.</param>
/// <param name="From">Where it stood; null where it is new.</param>
/// <param name="To">Where it stands; null where it is gone.</param>
/// <param name="Case">What it is, as it was known last at the later moment of the two.</param>
public sealed record MovedItem(Guid Item, int Year, long? Before, long? After, ItemPosition? From, ItemPosition? To, MovedItemCase? Case = null);

/// <summary>What an item is, de-identified: nobody is in it, and no mark.</summary>
/// <param name="SeizureId">Its seizure.</param>
/// <param name="CaseReference">The seizure's reference number; null for those who may not open seizures, statisticians among them.</param>
/// <param name="Intake">How it came in.</param>
/// <param name="IntakeOn">When.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">The arm's type; null for parts and ammunition.</param>
public sealed record MovedItemCase(Guid SeizureId, string? CaseReference, Intake Intake, PartialDate IntakeOn, ItemKind Kind, ArmType? Type);

/// <summary>Tells the items that moved from those of which only something else was recorded.</summary>
internal static class MovedItems
{
    /// <summary>Those of them that stand elsewhere now.</summary>
    public static IReadOnlyList<MovedItem> Of(
        IReadOnlyList<ItemDifference> changed, IReadOnlyDictionary<Guid, ItemPosition> then, IReadOnlyDictionary<Guid, ItemPosition> now) =>
    [
        .. changed.Select(item => new MovedItem(item.Item, item.Year, item.Before, item.After,
            item.Before is null ? null : then.GetValueOrDefault(item.Item), item.After is null ? null : now.GetValueOrDefault(item.Item)))
            .Where(item => item.From != item.To),
    ];

    /// <summary>Where items stood at a moment.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ItemPosition>> PositionsAsync(
        NpgsqlDataSource database, IReadOnlyList<ItemDifference> items, DateTimeOffset moment, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select item_id, year, intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere from registry.item_fact
            where item_id = any($1) and known_from <= $2 and $2 < known_to and item_kind = 'firearm'
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. items.Select(item => item.Item)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime });
        var found = new Dictionary<Guid, ItemPosition>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            found[reader.GetGuid(0)] = ItemPosition.Of(reader.GetInt32(1), KnownFacts.Read<Intake>(reader.GetString(2)),
                await reader.IsDBNullAsync(3, token) ? null : OutcomeLines.Parse(reader.GetString(3)), KnownFacts.Read<LegalBasis>(reader.GetString(4)),
                reader.GetBoolean(5), reader.GetBoolean(6), reader.GetBoolean(7));
        }

        return found;
    }

    /// <summary>The same items with what each of them is.</summary>
    /// <param name="database">Where the facts of items lie.</param>
    /// <param name="items">The items.</param>
    /// <param name="moment">The later moment of the two.</param>
    /// <param name="withReferences">Whether the reader may see the references of cases.</param>
    /// <param name="token">Cancels the reading.</param>
    public static async Task<IReadOnlyList<MovedItem>> WithCasesAsync(
        NpgsqlDataSource database, IReadOnlyList<MovedItem> items, DateTimeOffset moment, bool withReferences, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            """
            select distinct on (item_id) item_id, seizure_id, (select case_reference from registry.seizure_fact seizure
                where seizure.seizure_id = fact.seizure_id and known_from <= $2 and $2 < known_to), intake, intake_on, item_kind, arm_type
            from registry.item_fact fact where item_id = any($1) and known_from <= $2
            order by item_id, known_from desc
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. items.Select(item => item.Item)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = moment.UtcDateTime });
        var cases = new Dictionary<Guid, MovedItemCase>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            cases[reader.GetGuid(0)] = new(reader.GetGuid(1), !withReferences || await reader.IsDBNullAsync(2, token) ? null : reader.GetString(2),
                KnownFacts.Read<Intake>(reader.GetString(3)), PartialDate.Parse(reader.GetString(4)).GetOrThrow(), KnownFacts.Read<ItemKind>(reader.GetString(5)),
                await reader.IsDBNullAsync(6, token) ? null : KnownFacts.Read<ArmType>(reader.GetString(6)));
        }

        return [.. items.Select(item => item with { Case = cases.GetValueOrDefault(item.Item) })];
    }
}
