namespace FirearmsRegistry.Indicators.Items;

/// <summary>How an arm came in (definitions of the SDG 16.4.2 metadata, 2018-07-26). The order is that of IAFQ tables 5.1 to 5.3.</summary>
public enum Intake
{
    /// <summary>Physically apprehended by a competent authority for a suspected offence or an administrative violation.</summary>
    Seized,

    /// <summary>Apprehended outside any planned investigation, with no apparent holder or owner.</summary>
    Found,

    /// <summary>Handed over willingly, outside any planned investigation.</summary>
    Surrendered,
}
