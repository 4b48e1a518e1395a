using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>
/// The parts of a figure as a table: its inputs by line, its sums, and what was left out of it. The questionnaire's tables count every arm; of a figure's
/// lines, antiques and administrative seizures are not among the cases.
/// </summary>
internal static class FigureCells
{
    /// <summary>The name of the table.</summary>
    public const string Table = "figure";

    private const string Input = "not antique and not (" + CellCondition.Administrative + ")";

    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["excluded_administrative"] = "duplicate_of is null and not antique and " + CellCondition.Administrative,
        ["excluded_antique"] = "duplicate_of is null and antique",
        ["excluded_duplicate"] = "duplicate_of is not null",
    };

    /// <summary>The categories: the members of a figure.</summary>
    public static IReadOnlyList<string> Categories { get; } =
        ["numerator", "denominator", "1", "2", .. OutcomeLines.All.Select(line => line.Code()), "total", "undecided", "established_elsewhere", .. LeftOut.Keys];

    /// <summary>The condition of a part; null where there is none such.</summary>
    /// <param name="category">The part.</param>
    /// <param name="variant">The formula, for the denominator.</param>
    /// <param name="arms">The condition of an arm that counts.</param>
    public static CellCondition? Of(string category, IndicatorVariant variant, string arms) => category switch
    {
        "undecided" => new($"{arms} and {Input} and line is null", []),
        "established_elsewhere" => new($"{arms} and {Input} and established_elsewhere", []),
        _ when LeftOut.TryGetValue(category, out var reason) => new($"item_kind = 'firearm' and {reason}", []),
        _ => LinesOf(category, variant) is { Length: > 0 } lines ? new($"{arms} and {Input} and line = any({{codes}})", lines) : null,
    };

    private static string[] LinesOf(string category, IndicatorVariant variant) =>
    [
        .. (category switch
        {
            "numerator" => IndicatorFormulas.NumeratorLines,
            "denominator" => variant.DenominatorLines(),
            "1" => OutcomeLines.All.Where(line => line.IsUniquelyIdentifiable()),
            "2" => OutcomeLines.All.Where(line => line.IsNotUniquelyIdentifiable()),
            "total" => OutcomeLines.All,
            _ => OutcomeLines.All.Where(line => line.Code() == category),
        }).Select(line => line.Code()),
    ];
}
