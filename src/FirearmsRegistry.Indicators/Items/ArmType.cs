namespace FirearmsRegistry.Indicators.Items;

/// <summary>
/// The kind of arm, finer than the IAFQ's. Craft-made and converted arms keep the type that they have:
/// how they came to be is their <see cref="ArmCondition"/>.
/// </summary>
public enum ArmType
{
    /// <summary>Handgun whose chamber is part of the barrel, usually self-loading.</summary>
    Pistol,

    /// <summary>Handgun with a cylinder of chambers.</summary>
    Revolver,

    /// <summary>Handgun for one shot, without magazine or cylinder.</summary>
    SingleShotHandgun,

    /// <summary>Shoulder-fired arm with a rifled bore.</summary>
    Rifle,

    /// <summary>Short rifle.</summary>
    Carbine,

    /// <summary>Rifle with selective fire.</summary>
    AssaultRifle,

    /// <summary>Shoulder-fired arm without rifling.</summary>
    Shotgun,

    /// <summary>Long gun with rifled and smooth barrels.</summary>
    Combination,

    /// <summary>Automatic hand-held arm firing handgun cartridges.</summary>
    SubmachineGun,

    /// <summary>Machine gun that one person carries and serves.</summary>
    LightMachineGun,

    /// <summary>Machine gun served by a crew.</summary>
    HeavyMachineGun,

    /// <summary>Machine gun whose weight class is not known.</summary>
    MachineGun,

    /// <summary>Grenade launcher, under a barrel or mounted.</summary>
    GrenadeLauncher,

    /// <summary>Portable launcher of rockets or missiles against tanks or aircraft.</summary>
    MissileLauncher,

    /// <summary>Portable recoilless rifle.</summary>
    RecoillessRifle,

    /// <summary>Mortar of a calibre below 100 mm.</summary>
    Mortar,

    /// <summary>A known type that stands under none of the others.</summary>
    Other,

    /// <summary>The type is not known.</summary>
    Unknown,
}
