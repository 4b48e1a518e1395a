using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary>Counts the items of a year in <c>item_fact</c> by everything that the questionnaire asks, in one round trip.</summary>
internal static class ItemTallies
{
    /// <summary>The items of a year as known now, or at a moment.</summary>
    public static async Task<IReadOnlyList<ItemTally>> ReadAsync(
        NpgsqlConnection connection, int year, FigureIntake intake, DateTimeOffset? moment, CancellationToken token) =>
        [.. (await ReadAsync(connection, Sql("''", KnownFacts.Of(intake), moment), year, intake, moment, token)).Select(row => row.Tally)];

    /// <summary>The same for each intake, in one look at the year's rows.</summary>
    public static async Task<IReadOnlyDictionary<Intake, IReadOnlyList<ItemTally>>> ReadEachAsync(
        NpgsqlConnection connection, int year, DateTimeOffset? moment, CancellationToken token)
    {
        var rows = await ReadAsync(connection, Sql("intake", KnownFacts.Of(FigureIntake.All), moment), year, FigureIntake.All, moment, token);
        return Enum.GetValues<Intake>().ToDictionary(intake => intake,
            intake => (IReadOnlyList<ItemTally>)[.. rows.Where(row => row.Of is null || row.Of == Codes.Of(intake)).Select(row => row.Tally)]);
    }

    private static async Task<IReadOnlyList<(string? Of, ItemTally Tally)>> ReadAsync(
        NpgsqlConnection connection, string sql, int year, FigureIntake intake, DateTimeOffset? moment, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        KnownFacts.Add(command.Parameters, year, intake, moment);
        await using var reader = await command.ExecuteReaderAsync(token);
        var tallies = new List<(string?, ItemTally)>();
        while (await reader.ReadAsync(token))
        {
            tallies.Add((reader.IsDBNull(0) ? null : reader.GetString(0), new ItemTally(KnownFacts.Read<TallyKind>(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5))));
        }

        return tallies;
    }

    // Three passes over the year's rows, whatever the number of tables and intakes: the arms by every category at once, all items by their kind,
    // and the cases; a fourth one looks at offences, of which an arm may have several.
    private static string Sql(string of, string chosen, DateTimeOffset? moment) =>
        $"""
        with recorded as not materialized (
            select *, {of} as of_intake, {chosen} as chosen, intake = 'seized' and legal_basis = 'administrative' as administrative
            from registry.item_fact where year = $1 and {KnownFacts.At(moment)}),
        arms as not materialized (select * from recorded where chosen and item_kind = 'firearm' and duplicate_of is null),
        kinds as (
            select of_intake, item_kind, duplicate_of is not null as duplicate, chosen, count(*) as items, count(*) filter (where administrative) as apart,
                sum(quantity) as quantity, coalesce(sum(quantity) filter (where administrative), 0) as quantity_apart, max(seq) as seq
            from recorded group by 1, 2, 3, 4),
        cases as (select of_intake, seizure_id, bool_or(administrative) as administrative from arms group by of_intake, seizure_id)
        select of_intake, kind, category, items, apart, seq from (
            select of_intake,
                case
                    when grouping(arm_type) = 0 then 'type' when grouping(marking) = 0 then 'marking'
                    when grouping(location_kind) = 0 then 'location' when grouping(condition) = 0 then 'condition'
                    when grouping(justification) = 0 then 'justification' when grouping(line) = 0 then 'line'
                    when grouping(antique) = 1 then 'arms' when antique then 'antiques'
                end as kind,
                coalesce(arm_type, marking, location_kind, condition, justification, line) as category,
                count(*) as items, count(*) filter (where administrative) as apart, coalesce(max(seq), 0) as seq
            from arms
            group by grouping sets (
                (of_intake), (of_intake, arm_type), (of_intake, marking), (of_intake, location_kind), (of_intake, condition), (of_intake, justification), (of_intake, line), (of_intake, antique))) arm_counts
        where kind is not null
        union all select null, 'items', null, coalesce(sum(items), 0)::bigint, 0, 0 from kinds
        union all {Kinds("duplicates", "items", "apart", "firearm", duplicate: true)}
        union all {Kinds("parts", "quantity", "quantity_apart", "part", duplicate: false)}
        union all {Kinds("ammunition", "quantity", "quantity_apart", "ammunition", duplicate: false)}
        union all select of_intake, 'cases', null, count(*), count(*) filter (where administrative), 0 from cases group by of_intake
        union all select of_intake, 'offence', offence, count(*), count(*) filter (where administrative), max(seq)
            from arms cross join unnest(offences) offence group by of_intake, offence
        """;

    private static string Kinds(string kind, string count, string apart, string itemKind, bool duplicate) =>
        $"""
        select of_intake, '{kind}', null, sum({count})::bigint, sum({apart})::bigint, coalesce(max(seq), 0)
        from kinds where chosen and item_kind = '{itemKind}' and {(duplicate ? "duplicate" : "not duplicate")} group by of_intake
        """;
}
