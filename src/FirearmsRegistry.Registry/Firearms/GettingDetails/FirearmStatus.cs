namespace FirearmsRegistry.Registry.Firearms.GettingDetails;

/// <summary>Where a firearm stands.</summary>
public enum FirearmStatus
{
    /// <summary>With its holder.</summary>
    Held,

    /// <summary>Lent.</summary>
    OnLoan,

    /// <summary>Reported lost.</summary>
    Lost,

    /// <summary>Reported stolen.</summary>
    Stolen,

    /// <summary>Reported as passed on without authorisation.</summary>
    UnlawfullyTransferred,

    /// <summary>Held until a person has looked at what a marking left on it.</summary>
    Quarantined,

    /// <summary>Left the country.</summary>
    Exported,

    /// <summary>Its disposal was authorised.</summary>
    AwaitingDisposal,

    /// <summary>Destroyed.</summary>
    Destroyed,

    /// <summary>Deactivated.</summary>
    Deactivated,

    /// <summary>Kept by the State.</summary>
    RetainedByState,
}
