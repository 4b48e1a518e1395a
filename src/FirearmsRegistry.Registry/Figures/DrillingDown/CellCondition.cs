using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>Which rows of <c>item_fact</c> a cell counts.</summary>
/// <param name="Where">The condition; <c>{codes}</c> stands for the parameter with the codes.</param>
/// <param name="Codes">The codes as the register keeps them.</param>
/// <param name="OncePerSeizure">Whether the cell counts seizures: then one item stands for each.</param>
internal sealed record CellCondition(string Where, string[] Codes, bool OncePerSeizure = false)
{
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
    public static IReadOnlyList<string> Tables { get; } = [.. IafqBreakdowns.All.Select(table => Marks.Codes.Codes.Of(table.By)), .. Totals.Keys];

    /// <summary>The condition of a cell, or why there is none such.</summary>
    public static Result<CellCondition> Of(string table, string category)
    {
        if (Totals.TryGetValue(table, out var total))
            return category == Total ? total : NoCategory(category, [Total]);
        if (IafqBreakdowns.All.FirstOrDefault(each => Marks.Codes.Codes.Of(each.By) == table) is not { } breakdown)
            return RequestErrors.Path("table", table, $"Must be one of {string.Join(", ", Tables)}.");
        return breakdown.Categories.Contains(category)
            ? new CellCondition($"{Arms} and {breakdown.Condition(category, "{codes}")}", breakdown.CodesOf(category))
            : NoCategory(category, breakdown.Categories);
    }

    private static Refusal NoCategory(string seen, IReadOnlyList<string> categories) =>
        RequestErrors.Path("category", seen, $"Must be one of {string.Join(", ", categories)}.");
}
