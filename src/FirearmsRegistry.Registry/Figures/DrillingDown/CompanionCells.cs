using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Registry.Figures.TabulatingYears;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary>The arms behind the companion figures; behind those of requests stand requests.</summary>
internal static class CompanionCells
{
    /// <summary>The name of the table.</summary>
    public const string Table = "companion";

    /// <summary>The categories that count arms.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["uniquely_marked", "not_uniquely_marked", "recorded", "marked", "destroyed"];

    /// <summary>The condition of a category; null where there is none such.</summary>
    public static CellCondition? Of(string category, DateTimeOffset? moment) => category switch
    {
        "uniquely_marked" => Arms("marking = 'uniquely_marked'", moment),
        "not_uniquely_marked" => Arms("marking <> 'uniquely_marked'", moment),
        "recorded" => Arms("firearm_id is not null", moment),
        "marked" => Later(CompanionTallies.MarkedLater, moment),
        "destroyed" => Later(CompanionTallies.DestroyedLater, moment),
        _ => null,
    };

    private static CellCondition Arms(string which, DateTimeOffset? moment) => In($"select arms.item_id from arms where {which}", moment);

    private static CellCondition Later(string which, DateTimeOffset? moment) => In($"select later.item_id from later where {which}", moment);

    private static CellCondition In(string select, DateTimeOffset? moment) =>
        new($"fact.item_id in (with {CompanionTallies.ArmsAndWhatCameLater(moment)} {select})", [], Intake: FigureIntake.All);
}
