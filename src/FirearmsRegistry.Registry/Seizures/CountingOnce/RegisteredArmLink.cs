namespace FirearmsRegistry.Registry.Seizures.CountingOnce;

/// <summary>When the link of an item to a registered arm ends.</summary>
internal static class RegisteredArmLink
{
    /// <summary>
    /// Whether a correction ends it: it names another arm itself, or the link was found by a trace and the correction changes what it was
    /// found by. What a person said outlives a correction of something else.
    /// </summary>
    public static bool EndsWith(SeizedItemCorrected correction, bool foundByTrace) =>
        correction.Before.RegisteredFirearm != correction.After.RegisteredFirearm
        || (foundByTrace && ArmIdentity.IsOther(correction.Before, correction.After));
}
