namespace FirearmsRegistry.Benchmarks.Indicating;

/// <summary>The aggregates that the server is compared with.</summary>
internal static class BareQueries
{
    /// <summary>
    /// What a person would type to have the same numbers: one pass with grouping sets over the arms, and below the few counts that are
    /// not of arms alone.
    /// </summary>
    public const string Arms =
        """
        select grouping(established_elsewhere), intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere, arm_type,
            marking, location_kind, condition, justification, count(*), count(*) filter (where duplicate_of is null),
            count(*) filter (where duplicate_of is null and intake = 'seized' and legal_basis = 'administrative'), max(seq)
        from registry.item_fact where year = $1 and known_to = 'infinity' and item_kind = 'firearm'
        group by grouping sets (
            (intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere),
            (arm_type), (marking), (location_kind), (condition), (justification))
        """;

    /// <summary>The inputs of the indicator's formulas alone.</summary>
    public const string Inputs =
        """
        select intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere, count(*) from registry.item_fact
        where year = $1 and known_to = 'infinity' and item_kind = 'firearm' group by 1, 2, 3, 4, 5, 6
        """;

    /// <summary>
    /// What a person would type to have the tables of every intake, large seizures and the figures beside the indicator: one aggregate for all intakes.
    /// </summary>
    public static readonly string[] Year =
    [
        """
        select intake, grouping(established_elsewhere), line, legal_basis, antique, duplicate_of is not null, established_elsewhere, arm_type,
            marking, location_kind, condition, justification, count(*), count(*) filter (where duplicate_of is null),
            count(*) filter (where duplicate_of is null and intake = 'seized' and legal_basis = 'administrative'), max(seq)
        from registry.item_fact where year = $1 and known_to = 'infinity' and item_kind = 'firearm'
        group by grouping sets (
            (intake, line, legal_basis, antique, duplicate_of is not null, established_elsewhere),
            (intake, arm_type), (intake, marking), (intake, location_kind), (intake, condition), (intake, justification))
        """,
        """
        select intake, offence, count(*) from registry.item_fact cross join unnest(offences) offence
        where year = $1 and known_to = 'infinity' and item_kind = 'firearm' and duplicate_of is null group by intake, offence
        """,
        """
        select intake, item_kind, sum(quantity) from registry.item_fact
        where year = $1 and known_to = 'infinity' and item_kind <> 'firearm' group by intake, item_kind
        """,
        """
        select intake, count(*) from (select distinct intake, seizure_id from registry.item_fact
            where year = $1 and known_to = 'infinity' and item_kind = 'firearm' and duplicate_of is null) cases group by intake
        """,
        """
        select seizure_id, count(*) filter (where item_kind = 'firearm'), sum(quantity) filter (where item_kind = 'ammunition') from registry.item_fact
        where year = $1 and known_to = 'infinity' and intake = 'seized' and duplicate_of is null group by seizure_id
        having count(*) filter (where item_kind = 'firearm') >= 10 or sum(quantity) filter (where item_kind = 'ammunition') >= 1000
        """,
        """
        select count(*) filter (where marking = 'uniquely_marked'), count(*) filter (where marking <> 'uniquely_marked'), count(firearm_id)
        from registry.item_fact left join registry.seized_item_identity using (item_id)
        where year = $1 and known_to = 'infinity' and item_kind = 'firearm' and duplicate_of is null
        """,
    ];

    /// <summary>The arms by suspected offence.</summary>
    public const string Offences =
        """
        select offence, count(*) from registry.item_fact cross join unnest(offences) offence
        where year = $1 and known_to = 'infinity' and item_kind = 'firearm' and duplicate_of is null group by offence
        """;

    /// <summary>Parts and ammunition.</summary>
    public const string Others =
        """
        select item_kind, sum(quantity) from registry.item_fact where year = $1 and known_to = 'infinity' and item_kind <> 'firearm' group by item_kind
        """;

    /// <summary>The cases.</summary>
    public const string Cases =
        """
        select count(*) from (select distinct seizure_id from registry.item_fact
            where year = $1 and known_to = 'infinity' and item_kind = 'firearm' and duplicate_of is null) cases
        """;
}
