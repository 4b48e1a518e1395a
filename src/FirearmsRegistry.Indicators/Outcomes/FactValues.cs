namespace FirearmsRegistry.Indicators.Outcomes;

/// <summary>A fact that may not be known; not knowing is neither yes nor no.</summary>
public enum Truth
{
    /// <summary>Established as so.</summary>
    Yes,

    /// <summary>Established as not so.</summary>
    No,

    /// <summary>Not established.</summary>
    Unknown,
}

/// <summary>What the register of this State says about the last legal record of an arm.</summary>
public enum RegistryRecord
{
    /// <summary>The register was not searched, or the search is not over.</summary>
    NotSearched,

    /// <summary>The register was searched and holds no record of this arm.</summary>
    NotFound,

    /// <summary>The last legal record stands here, and it is not an export.</summary>
    Here,

    /// <summary>The last record here is an export: the trail goes on in another State.</summary>
    Exported,
}

/// <summary>Where a trace request stands, as far as the outcome line asks.</summary>
public enum RequestState
{
    /// <summary>No request was made.</summary>
    None,

    /// <summary>Withdrawn before anyone searched.</summary>
    WithdrawnBeforeSearch,

    /// <summary>Made and not ended.</summary>
    Open,

    /// <summary>Delayed with a reason (International Tracing Instrument, paragraph 22).</summary>
    Delayed,

    /// <summary>Answered in part.</summary>
    Partial,

    /// <summary>Ended in any other way: answered, refused, no reply, too old, withdrawn after the search.</summary>
    Closed,
}

/// <summary>What another State answered about the last legal record.</summary>
public enum ForeignAnswer
{
    /// <summary>No answer has been recorded.</summary>
    None,

    /// <summary>The other State confirmed that the last legal record is its own.</summary>
    Confirmed,

    /// <summary>The other State answered that it has no such record, or refused.</summary>
    Negative,
}

/// <summary>
/// The point of diversion as established by a competent authority by other means than tracing, intelligence for example.
/// Without a named source it is not established (SDG 16.4.2 metadata, 4.c).
/// </summary>
public sealed record OtherEstablishment
{
    /// <summary>Names the source of the finding.</summary>
    /// <exception cref="ArgumentException">The source is empty or blank.</exception>
    public OtherEstablishment(string source)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        Source = source;
    }

    /// <summary>Who established it and on what grounds.</summary>
    public string Source { get; }
}
