namespace FirearmsRegistry.Marks.Candidates.Describing;

/// <summary>
/// What agreement and difference of the description cost, in the units of <see cref="Weighing.Costs"/>: each fact is soft, since what is
/// taken for the maker may be the importer, and calibres and models have many names. What is unknown lies between.
/// </summary>
internal sealed class DescriptionCosts
{
    private const int YearsNear = 1;

    private readonly ArmDescription _asked;
    private readonly IDescriptionNames _names;
    private readonly byte[] _makers;
    private readonly byte[] _models;
    private readonly byte[] _calibres;
    private readonly byte[] _countries;

    public DescriptionCosts(ArmDescription asked, DescriptionTables tables, IDescriptionNames names)
    {
        (_asked, _names) = (asked, names);
        _makers = Costs(DescribedFact.Maker, asked.Maker, tables.Makers);
        _models = Costs(DescribedFact.Model, asked.Model, tables.Models);
        _calibres = Costs(DescribedFact.Calibre, asked.Calibre, tables.Calibres);
        _countries = Costs(DescribedFact.Country, asked.Country, tables.Countries);
    }

    public int Of(in PackedDescription arm) =>
        _makers[arm.Maker] + _models[arm.Model] + _calibres[arm.Calibre] + _countries[arm.Country] + OfYear(arm.Year);

    /// <summary>How each fact compares.</summary>
    public IReadOnlyDictionary<DescribedFact, Agreement> Explain(ArmDescription registered) => new Dictionary<DescribedFact, Agreement>
    {
        [DescribedFact.Maker] = Compare(DescribedFact.Maker, _asked.Maker, registered.Maker),
        [DescribedFact.Model] = Compare(DescribedFact.Model, _asked.Model, registered.Model),
        [DescribedFact.Calibre] = Compare(DescribedFact.Calibre, _asked.Calibre, registered.Calibre),
        [DescribedFact.Country] = Compare(DescribedFact.Country, _asked.Country, registered.Country),
        [DescribedFact.Year] = CompareYears(_asked.Year, registered.Year),
    };

    private static int CostOf(DescribedFact fact, Agreement agreement) => (fact, agreement) switch
    {
        (_, Agreement.Agrees) => 0,
        (DescribedFact.Maker, Agreement.Near) => 8,
        (DescribedFact.Maker, Agreement.Unknown) => 24,
        (DescribedFact.Maker, Agreement.Differs) => 104,
        (DescribedFact.Model, Agreement.Near) => 6,
        (DescribedFact.Model, Agreement.Unknown) => 10,
        (DescribedFact.Model, Agreement.Differs) => 32,
        (DescribedFact.Calibre, Agreement.Near) => 4,
        (DescribedFact.Calibre, Agreement.Unknown) => 8,
        (DescribedFact.Calibre, Agreement.Differs) => 28,
        (DescribedFact.Country, Agreement.Unknown) => 8,
        (DescribedFact.Country, _) => 28,
        (_, Agreement.Near) => 5,
        (_, Agreement.Unknown) => 10,
        (_, _) => 24,
    };

    private static Agreement CompareYears(int? asked, int? registered) =>
        asked is not { } one || registered is not { } other ? Agreement.Unknown
        : one == other ? Agreement.Agrees
        : Math.Abs(one - other) <= YearsNear ? Agreement.Near
        : Agreement.Differs;

    private int OfYear(short year) => _asked.Year is null ? 0 : CostOf(DescribedFact.Year, CompareYears(_asked.Year, year == 0 ? null : year));

    private byte[] Costs(DescribedFact fact, string? asked, NameTable table)
    {
        var costs = new byte[table.Count];
        if (string.IsNullOrWhiteSpace(asked))
            return costs;
        for (var number = 0; number < costs.Length; number++)
            costs[number] = (byte)CostOf(fact, Compare(fact, asked, table.NameOf(number)));
        return costs;
    }

    private Agreement Compare(DescribedFact fact, string? asked, string? registered) =>
        string.IsNullOrWhiteSpace(asked) || registered is null ? Agreement.Unknown : _names.Compare(fact, asked, registered);
}

/// <summary>The names that occur in a register.</summary>
internal sealed class DescriptionTables
{
    public NameTable Makers { get; } = new();

    public NameTable Models { get; } = new();

    public NameTable Calibres { get; } = new();

    public NameTable Countries { get; } = new();

    public PackedDescription Pack(ArmDescription arm) => new(Makers.NumberOf(arm.Maker), Models.NumberOf(arm.Model),
        Calibres.NumberOf(arm.Calibre), Countries.NumberOf(arm.Country), (short)(arm.Year ?? 0));

    public ArmDescription Unpack(in PackedDescription arm) => new(Makers.NameOf(arm.Maker), Models.NameOf(arm.Model),
        Calibres.NameOf(arm.Calibre), Countries.NameOf(arm.Country), arm.Year == 0 ? null : arm.Year);
}

/// <summary>A description by the numbers of its names; zero where unknown.</summary>
internal readonly record struct PackedDescription(int Maker, int Model, int Calibre, int Country, short Year);
