using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Catalogues;

/// <summary>What the register itself says of an entry: its own addition, or its correction or withdrawal of a seed.</summary>
public sealed class CatalogueRecord
{
    /// <summary>Its id, made of catalogue and code.</summary>
    public Guid Id { get; set; }

    /// <summary>Its version; a seed that nobody touched has none and counts as version 0.</summary>
    public long Version { get; set; }

    /// <summary>The catalogue.</summary>
    public CatalogueKind Kind { get; set; }

    /// <summary>The entry as it stands.</summary>
    public CatalogueEntry Entry { get; set; } = null!;

    /// <summary>Whether it was withdrawn.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>The id of the record of an entry.</summary>
    public static Guid IdOf(CatalogueKind kind, CatalogueCode code) => NameBasedIds.Of($"catalogue-entry:{Codes.Of(kind)}:{code}");

    /// <summary>Folds the event.</summary>
    public void Apply(CatalogueEntryAdded happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Kind, Entry, Withdrawn) = (happened.Kind, happened.Entry, false);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(CatalogueEntryCorrected happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Kind, Entry) = (happened.Kind, happened.After);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(CatalogueEntryWithdrawn happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        (Kind, Entry, Withdrawn) = (happened.Kind, happened.Entry, true);
    }
}
