using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary>How the register's codes of one column stand in the categories of one table: tables and the cases behind them share it.</summary>
/// <param name="By">By what the table tells arms apart.</param>
/// <param name="Kind">The rows of the query that it adds up.</param>
/// <param name="Column">The column of <c>item_fact</c>.</param>
/// <param name="Kept">The category of each code that the register keeps, in the questionnaire's order of categories.</param>
internal sealed record IafqBreakdown(IafqDimension By, TallyKind Kind, string Column, IReadOnlyList<KeyValuePair<string, string>> Kept)
{
    /// <summary>Whether its cells add up to the arms: an arm may stand under several suspected offences, or none.</summary>
    public bool AddsUp => By != IafqDimension.SuspectedOffence;

    /// <summary>The categories in the questionnaire's order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The category of a code as the register keeps it; null stands for an arm without an outcome line.</summary>
    /// <exception cref="InvalidOperationException">The register cannot have written it.</exception>
    public string CategoryOf(string? code) => code is null && By == IafqDimension.OutcomeLine
        ? IafqTables.Undecided
        : Kept.FirstOrDefault(kept => kept.Key == code).Value ?? throw new InvalidOperationException($"item_fact holds {code}, which is no {Codes.Of(By)}.");

    /// <summary>The condition under which an arm stands in a category, with the place of the parameter that holds <see cref="CodesOf"/>.</summary>
    public string Condition(string category, string parameter) => category == IafqTables.Undecided
        ? $"{Column} is null and {parameter} is not null"
        : By == IafqDimension.SuspectedOffence ? $"{Column} && {parameter}" : $"{Column} = any({parameter})";

    /// <summary>The codes that stand under a category.</summary>
    public string[] CodesOf(string category) => [.. Kept.Where(kept => kept.Value == category).Select(kept => kept.Key)];
}

/// <summary>The tables by which the questionnaire tells arms apart.</summary>
internal static class IafqBreakdowns
{
    /// <summary>All of them in the order of the questionnaire.</summary>
    public static IReadOnlyList<IafqBreakdown> All { get; } =
    [
        Of<ArmType, IafqType>(IafqDimension.Type, TallyKind.Type, "arm_type", type => type.IafqType()),
        Of<MarkingState, IafqMarking>(IafqDimension.Marking, TallyKind.Marking, "marking", state => state.IafqMarking()),
        Of<LocationKind, LocationKind>(IafqDimension.Location, TallyKind.Location, "location_kind", place => place),
        Of<ArmCondition, ArmCondition>(IafqDimension.Condition, TallyKind.Condition, "condition", condition => condition),
        Of<LegalJustification, LegalJustification>(IafqDimension.LegalJustification, TallyKind.Justification, "justification", act => act),
        Of<SuspectedOffence, SuspectedOffence>(IafqDimension.SuspectedOffence, TallyKind.Offence, "offences", offence => offence),
        new(IafqDimension.OutcomeLine, TallyKind.Line, "line", [.. OutcomeLines.All.Select(line => KeyValuePair.Create(line.Code(), line.Code()))])
        {
            Categories = [.. OutcomeLines.All.Select(line => line.Code()), IafqTables.Undecided],
        },
    ];

    private static IafqBreakdown Of<TKept, TShown>(IafqDimension by, TallyKind kind, string column, Func<TKept, TShown> category)
        where TKept : struct, Enum
        where TShown : struct, Enum =>
        new(by, kind, column, [.. Enum.GetValues<TKept>().Select(kept => KeyValuePair.Create(Codes.Of(kept), Codes.Of(category(kept))))])
        {
            Categories = Codes.All<TShown>(),
        };
}
