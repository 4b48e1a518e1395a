namespace FirearmsRegistry.Indicators.Variants;

/// <summary>
/// A named way to compute SDG indicator 16.4.2. The metadata's text and the published numbers do not use the same formula, so none of
/// them is "the" indicator and every figure names its own.
/// </summary>
public enum IndicatorVariant
{
    /// <summary>The text of the official metadata (2018-07-26): over all arms of the table.</summary>
    MetadataLiteral,

    /// <summary>What UNODC and UNSD publish, there for seized arms: over the arms that could be traced.</summary>
    PotentiallyTraceable,

    /// <summary>The optional ratio that the metadata names: over all uniquely identifiable arms.</summary>
    UniquelyIdentifiable,
}
