namespace FirearmsRegistry.Indicators.Items;

/// <summary>The illicit act that justified a seizure (IAFQ table by legal justification).</summary>
public enum LegalJustification
{
    /// <summary>Illicit possession.</summary>
    Possession,

    /// <summary>Illicit trafficking.</summary>
    Trafficking,

    /// <summary>Illicit use.</summary>
    Use,

    /// <summary>Illicit manufacture.</summary>
    Manufacture,

    /// <summary>Altered markings.</summary>
    AlteredMarkings,

    /// <summary>Another, known justification.</summary>
    Other,

    /// <summary>The justification is not known.</summary>
    Unknown,
}
