using FirearmsRegistry.Indicators.Items;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary>Counts the items of a year in <c>item_fact</c> by everything that the questionnaire asks, in one round trip.</summary>
internal static class ItemTallies
{
    /// <summary>The items of a year as known now, or at a moment.</summary>
    public static async Task<IReadOnlyList<ItemTally>> ReadAsync(
        NpgsqlConnection connection, int year, FigureIntake intake, DateTimeOffset? moment, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(Sql(intake, moment), connection);
        KnownFacts.Add(command.Parameters, year, intake, moment);
        await using var reader = await command.ExecuteReaderAsync(token);
        var tallies = new List<ItemTally>();
        while (await reader.ReadAsync(token))
        {
            tallies.Add(new ItemTally(KnownFacts.Read<TallyKind>(reader.GetString(0)), reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return tallies;
    }

    private static string Sql(FigureIntake intake, DateTimeOffset? moment) =>
        $"""
        with recorded as (
            select *, intake = 'seized' and legal_basis = 'administrative' as administrative
            from registry.item_fact where year = $1 and {KnownFacts.At(moment)}),
        chosen as (select * from recorded where {KnownFacts.Of(intake)}),
        arms as (select * from chosen where item_kind = 'firearm' and duplicate_of is null)
        select 'items', null::text, count(*), 0::bigint, 0::bigint from recorded
        union all {Rows("arms", "null", "arms")}
        union all {Rows("antiques", "null", "arms where antique")}
        union all {Rows("duplicates", "null", "chosen where item_kind = 'firearm' and duplicate_of is not null")}
        union all select 'cases', null, count(distinct seizure_id), count(distinct seizure_id) filter (where administrative), 0 from arms
        union all {Quantities("parts", "part")}
        union all {Quantities("ammunition", "ammunition")}
        union all {Rows("type", "arm_type", "arms group by arm_type")}
        union all {Rows("marking", "marking", "arms group by marking")}
        union all {Rows("location", "location_kind", "arms group by location_kind")}
        union all {Rows("condition", "condition", "arms group by condition")}
        union all {Rows("justification", "justification", "arms group by justification")}
        union all {Rows("offence", "offence", "arms cross join unnest(offences) offence group by offence")}
        union all {Rows("line", "line", "arms group by line")}
        """;

    private static string Rows(string kind, string category, string from) =>
        $"select '{kind}', {category}, count(*), count(*) filter (where administrative), coalesce(max(seq), 0) from {from}";

    private static string Quantities(string kind, string itemKind) =>
        $"""
        select '{kind}', null, coalesce(sum(quantity), 0)::bigint, coalesce(sum(quantity) filter (where administrative), 0)::bigint, coalesce(max(seq), 0)
        from chosen where item_kind = '{itemKind}' and duplicate_of is null
        """;
}
