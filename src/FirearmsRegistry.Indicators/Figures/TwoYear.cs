namespace FirearmsRegistry.Indicators.Figures;

/// <summary>How many years a figure rests on, and how two are brought together.</summary>
public enum TwoYear
{
    /// <summary>One year.</summary>
    None,

    /// <summary>The mean of the percentages of a year and the next, under the first (release 2026.Q3 of the published series).</summary>
    Mean,

    /// <summary>The numerators of a year and the one before over their denominators, under the last (extract of 2024).</summary>
    Pooled,
}
