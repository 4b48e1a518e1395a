using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>Which rows of <c>item_fact</c> (<c>fact</c>) a cell counts.</summary>
/// <param name="Where">The condition; <c>{codes}</c> stands for the parameter with the codes.</param>
/// <param name="Codes">The codes as the register keeps them.</param>
/// <param name="OncePerSeizure">Whether the cell counts seizures: then one item stands for each.</param>
/// <param name="Intake">Whose items, where the table has no choice of it.</param>
internal sealed record CellCondition(string Where, string[] Codes, bool OncePerSeizure = false, FigureIntake? Intake = null)
{
    /// <summary>Of the significant seizures, each is a category by its id.</summary>
    public const string Significant = "significant_seizures";

    /// <summary>The condition of an administrative seizure, which every cell shows apart.</summary>
    public const string Administrative = "intake = 'seized' and legal_basis = 'administrative'";

    private const string Total = "total";

    private const string Arms = "item_kind = 'firearm' and duplicate_of is null";

    private static readonly Dictionary<string, CellCondition> Totals = new(StringComparer.Ordinal)
    {
        ["arms"] = new(Arms, []),
        ["antiques"] = new($"{Arms} and antique", []),
        ["duplicates"] = new("item_kind = 'firearm' and duplicate_of is not null", []),
        ["cases"] = new(Arms, [], OncePerSeizure: true),
        ["parts"] = new("item_kind = 'part' and duplicate_of is null", []),
        ["ammunition"] = new("item_kind = 'ammunition' and duplicate_of is null", []),
    };

    /// <summary>The names of all tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
        [.. IafqBreakdowns.All.Select(table => Marks.Codes.Codes.Of(table.By)), .. Totals.Keys, FigureCells.Table, CompanionCells.Table, Significant];

    /// <summary>The condition of a cell, or why there is none such.</summary>
    /// <param name="table">The table.</param>
    /// <param name="category">The category in it.</param>
    /// <param name="variant">The formula, where the table is that of a figure's parts.</param>
    /// <param name="moment">The moment whose knowledge is shown; null is now.</param>
    public static Result<CellCondition> Of(
        string table, string category, IndicatorVariant variant = IndicatorVariant.PotentiallyTraceable, DateTimeOffset? moment = null)
    {
        if (Totals.TryGetValue(table, out var total))
            return category == Total ? total : NoCategory(category, [Total]);
        if (table == FigureCells.Table)
            return FigureCells.Of(category, variant, Arms) is { } part ? part : NoCategory(category, FigureCells.Categories);
        if (table == CompanionCells.Table)
            return CompanionCells.Of(category, moment) is { } companion ? companion : NoCategory(category, CompanionCells.Categories);
        if (table == Significant)
        {
            return Guid.TryParse(category, out var seizure)
                ? new CellCondition("duplicate_of is null and seizure_id = any({codes}::uuid[])", [seizure.ToString()], Intake: FigureIntake.Seized)
                : RequestErrors.Path("category", category, "Must be the id of a seizure.");
        }

        if (IafqBreakdowns.All.FirstOrDefault(each => Marks.Codes.Codes.Of(each.By) == table) is not { } breakdown)
            return RequestErrors.Path("table", table, $"Must be one of {string.Join(", ", Tables)}.");
        return breakdown.Categories.Contains(category)
            ? new CellCondition($"{Arms} and {breakdown.Condition(category, "{codes}")}", breakdown.CodesOf(category))
            : NoCategory(category, breakdown.Categories);
    }

    private static Refusal NoCategory(string seen, IReadOnlyList<string> categories) =>
        RequestErrors.Path("category", seen, $"Must be one of {string.Join(", ", categories)}.");
}
