using FirearmsRegistry.Indicators.Items;

namespace FirearmsRegistry.Indicators.Counts;

/// <summary>Why an arm is not among the indicator's inputs.</summary>
public enum ExclusionReason
{
    /// <summary>Seized for an administrative violation only (SDG 16.4.2 metadata, 4.c).</summary>
    Administrative,

    /// <summary>Antique by domestic law, and so outside the definition of arms.</summary>
    Antique,

    /// <summary>Already counted under the report of another agency.</summary>
    Duplicate,
}

/// <summary>
/// How many arms were left out of the indicator's inputs, in arms and each under one reason. The questionnaire's tables still count them.
/// </summary>
/// <param name="Administrative">Seized for an administrative violation only.</param>
/// <param name="Antique">Antique by domestic law.</param>
/// <param name="Duplicate">Second reports of an arm that is counted once.</param>
public sealed record Exclusions(long Administrative, long Antique, long Duplicate)
{
    /// <summary>Nothing was left out.</summary>
    public static Exclusions None { get; } = new(0, 0, 0);

    /// <summary>All arms left out.</summary>
    public long Total => checked(Administrative + Antique + Duplicate);

    /// <summary>
    /// Why an arm is left out, or null when it counts. An arm with several reasons is a duplicate before it is an antique, and an antique
    /// before its seizure was administrative. Only seizures have a legal basis that excludes: what was found or handed over counts.
    /// </summary>
    public static ExclusionReason? ReasonFor(Intake intake, LegalBasis? legalBasis, bool antique, bool duplicate) =>
        duplicate ? ExclusionReason.Duplicate
        : antique ? ExclusionReason.Antique
        : intake is Intake.Seized && legalBasis is LegalBasis.Administrative ? ExclusionReason.Administrative
        : null;

    /// <summary>Counts the reasons of arms left out.</summary>
    public static Exclusions Of(IEnumerable<ExclusionReason> reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return reasons.Aggregate(None, (sum, reason) => reason switch
        {
            ExclusionReason.Administrative => sum with { Administrative = sum.Administrative + 1 },
            ExclusionReason.Antique => sum with { Antique = sum.Antique + 1 },
            ExclusionReason.Duplicate => sum with { Duplicate = sum.Duplicate + 1 },
        });
    }
}
