namespace FirearmsRegistry.Registry.Seizures;

/// <summary>What decisions need to know of a seizure, folded from its events. It decides nothing.</summary>
public sealed class Seizure
{
    /// <summary>The seizure's id.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded.</summary>
    public long Version { get; set; }

    /// <summary>Its circumstances, after corrections.</summary>
    public SeizureCircumstances Circumstances { get; private set; } = null!;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizureRecorded happened) => Circumstances = happened.Circumstances;

    /// <summary>Folds the event.</summary>
    public void Apply(SeizureCorrected happened) => Circumstances = happened.After;
}
