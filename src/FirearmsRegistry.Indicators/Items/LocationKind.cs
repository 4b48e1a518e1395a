namespace FirearmsRegistry.Indicators.Items;

/// <summary>Where an arm came in (IAFQ table by location).</summary>
public enum LocationKind
{
    /// <summary>Inside the national territory.</summary>
    NationalTerritory,

    /// <summary>At a land border.</summary>
    LandBorders,

    /// <summary>On a plane or at an airport.</summary>
    PlanesAndAirports,

    /// <summary>On a vessel or in a harbour.</summary>
    VesselsAndHarbours,

    /// <summary>At a known place of another kind.</summary>
    Other,

    /// <summary>The place is not known.</summary>
    Unknown,
}
