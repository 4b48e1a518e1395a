namespace FirearmsRegistry.Registry.Waiting;

/// <summary>What may wait for somebody.</summary>
public enum WaitingKind
{
    /// <summary>Trace requests of which the day of a step has passed.</summary>
    OverdueRequests,

    /// <summary>Trace requests of which a step is due within a week.</summary>
    DueRequests,

    /// <summary>Documents that other States are owed and that will not reach them by themselves.</summary>
    UndeliveredDocuments,

    /// <summary>Notices to this person, or to his roles, that he has not read.</summary>
    UnreadNotices,

    /// <summary>Arms on which nobody knows what a machine left, until a person has looked.</summary>
    QuarantinedArms,

    /// <summary>Orders that no station has begun.</summary>
    OrdersToMark,

    /// <summary>Arms that look like another one and still need a national number.</summary>
    LookAlikes,

    /// <summary>What stations' logs tell and the register cannot accept.</summary>
    LogConflicts,

    /// <summary>Counts of imported files of which their rows say different things, and nobody said which one holds.</summary>
    ContestedCounts,

    /// <summary>Vintages that somebody else drafted and that wait for a second person.</summary>
    VintagesToReview,

    /// <summary>Vintages that were reviewed and not published yet.</summary>
    VintagesToPublish,
}
