namespace FirearmsRegistry.Indicators.Items;

/// <summary>
/// An offence suspected beside the seizure (IAFQ table by other suspected offences). A seizure may have several or none,
/// so this table need not add up to the arms seized.
/// </summary>
public enum SuspectedOffence
{
    /// <summary>Illicit trafficking of firearms.</summary>
    FirearmsTrafficking,

    /// <summary>Other arms offences.</summary>
    OtherArmsOffences,

    /// <summary>Violent crime.</summary>
    ViolentCrime,

    /// <summary>Drug trafficking.</summary>
    DrugTrafficking,

    /// <summary>Trafficking of another type.</summary>
    OtherTrafficking,

    /// <summary>Other forms of organized crime.</summary>
    OtherOrganizedCrime,

    /// <summary>Acts of terrorism.</summary>
    Terrorism,

    /// <summary>Another offence.</summary>
    Other,
}
