using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>The figures that a year has.</summary>
internal static class FigureKinds
{
    /// <summary>Every variant of every intake.</summary>
    public static IReadOnlyList<(FigureIntake Intake, IndicatorVariant Variant)> All { get; } =
    [
        .. from intake in Enum.GetValues<FigureIntake>()
        from variant in Enum.GetValues<IndicatorVariant>()
        select (intake, variant),
    ];
}
