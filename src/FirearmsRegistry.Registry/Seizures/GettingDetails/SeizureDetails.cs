using JasperFx.Events;

namespace FirearmsRegistry.Registry.Seizures.GettingDetails;

/// <summary>A seizure as it stands; its items are lists and records of their own.</summary>
public sealed class SeizureDetails
{
    /// <summary>The seizure's id.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>Where, when, by whom and why, after corrections.</summary>
    public SeizureCircumstances Circumstances { get; set; } = null!;

    /// <summary>When it was entered here.</summary>
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(IEvent<SeizureRecorded> happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Circumstances = happened.Data.Circumstances;
        RecordedAt = happened.Timestamp;
    }

    /// <summary>Folds the event.</summary>
    public void Apply(SeizureCorrected happened) => Circumstances = happened.After;
}
