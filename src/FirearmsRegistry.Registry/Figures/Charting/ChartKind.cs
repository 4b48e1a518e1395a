namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>The charts of a year.</summary>
public enum ChartKind
{
    /// <summary>The indicator of seized arms, potentially traceable, in the ten years up to this one, as last computed and stored, and as published vintages say it.</summary>
    Years,

    /// <summary>The arms that count, by how they came in.</summary>
    Intakes,

    /// <summary>The seized arms that count, by outcome line.</summary>
    Outcomes,

    /// <summary>The median time in which other States answered requests of this year.</summary>
    PartnerReplyTimes,
}
