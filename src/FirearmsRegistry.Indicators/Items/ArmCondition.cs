namespace FirearmsRegistry.Indicators.Items;

/// <summary>How an arm came to be what it is (IAFQ table by condition).</summary>
public enum ArmCondition
{
    /// <summary>Made in a factory and unchanged since.</summary>
    IndustriallyManufactured,

    /// <summary>Made to fire from an object that could not, such as a blank-firing pistol.</summary>
    Converted,

    /// <summary>A deactivated arm made to fire again.</summary>
    Reactivated,

    /// <summary>A working arm that was changed.</summary>
    Modified,

    /// <summary>Put together from parts.</summary>
    Assembled,

    /// <summary>Illicitly manufactured in another way; craft-made and printed arms stand here.</summary>
    OtherwiseIllicitlyManufactured,

    /// <summary>The condition is not known.</summary>
    Unknown,
}
