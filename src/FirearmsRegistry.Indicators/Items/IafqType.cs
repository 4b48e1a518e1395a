namespace FirearmsRegistry.Indicators.Items;

/// <summary>The categories of the IAFQ's table by type, in its order.</summary>
public enum IafqType
{
    /// <summary>Pistol.</summary>
    Pistol,

    /// <summary>Revolver.</summary>
    Revolver,

    /// <summary>Rifle, carbines included.</summary>
    Rifle,

    /// <summary>Shotgun.</summary>
    Shotgun,

    /// <summary>Machine gun.</summary>
    MachineGun,

    /// <summary>Sub-machine gun.</summary>
    SubmachineGun,

    /// <summary>Other weapons.</summary>
    Other,

    /// <summary>Unknown status on type.</summary>
    Unknown,
}

/// <summary>Brings a type to its IAFQ category.</summary>
public static class IafqTypes
{
    /// <summary>The category of the IAFQ under which an arm of this type is counted. Unknown stays unknown and never becomes other.</summary>
    public static IafqType IafqType(this ArmType type) => type switch
    {
        ArmType.Pistol or ArmType.SingleShotHandgun => Items.IafqType.Pistol,
        ArmType.Revolver => Items.IafqType.Revolver,
        ArmType.Rifle or ArmType.Carbine or ArmType.AssaultRifle => Items.IafqType.Rifle,
        ArmType.Shotgun or ArmType.Combination => Items.IafqType.Shotgun,
        ArmType.SubmachineGun => Items.IafqType.SubmachineGun,
        ArmType.LightMachineGun or ArmType.HeavyMachineGun or ArmType.MachineGun => Items.IafqType.MachineGun,
        ArmType.GrenadeLauncher or ArmType.MissileLauncher or ArmType.RecoillessRifle or ArmType.Mortar or ArmType.Other => Items.IafqType.Other,
        ArmType.Unknown => Items.IafqType.Unknown,
    };
}
