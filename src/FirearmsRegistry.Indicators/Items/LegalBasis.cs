namespace FirearmsRegistry.Indicators.Items;

/// <summary>The branch of law on which a seizure rests. Administrative ones stay out of the indicator (SDG 16.4.2 metadata, 4.c).</summary>
public enum LegalBasis
{
    /// <summary>A suspected criminal offence.</summary>
    Criminal,

    /// <summary>An administrative violation only.</summary>
    Administrative,
}
