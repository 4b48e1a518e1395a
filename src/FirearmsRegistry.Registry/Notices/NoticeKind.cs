namespace FirearmsRegistry.Registry.Notices;

/// <summary>What a notice tells of. Webhooks are subscribed to kinds.</summary>
public enum NoticeKind
{
    /// <summary>An arm that is reported lost, stolen or unlawfully transferred was found: told to who found it and to who recorded the report.</summary>
    MissingArmFound,

    /// <summary>Something happened to an arm that somebody watches.</summary>
    WatchedArm,

    /// <summary>A trace request was answered, by this register or by another State.</summary>
    TraceAnswered,

    /// <summary>A time ran out in which somebody was to act.</summary>
    ClockOverdue,

    /// <summary>A webhook failed again and again and is told of nothing until a person enables it.</summary>
    WebhookDisabled,

    /// <summary>Another State asks, asks no longer, or needs to know more before it answers: told to the contact points.</summary>
    RequestWaiting,

    /// <summary>A document for another State will not be delivered by itself: told to the contact points.</summary>
    DocumentUndelivered,
}

/// <summary>What happened.</summary>
public enum NoticeOccasion
{
    /// <summary>Somebody searched by a mark, and the arm was among the hits.</summary>
    MarkSearched,

    /// <summary>A trace found the arm in the register.</summary>
    Traced,

    /// <summary>A trace found the arm among others, or by a damaged or similar mark: a lead, which identifies nothing until a person confirms it.</summary>
    TracedAsLead,

    /// <summary>A seized, found or surrendered item is the arm.</summary>
    Seized,

    /// <summary>The arm passed to another holder or across a border.</summary>
    Transferred,

    /// <summary>The arm was reported lost, stolen or unlawfully transferred.</summary>
    ReportedMissing,

    /// <summary>The arm came back.</summary>
    Recovered,

    /// <summary>A disposal was decided on or carried out.</summary>
    Disposal,

    /// <summary>A mark was applied, found, read, restored or voided.</summary>
    MarkChanged,

    /// <summary>The arm's record was corrected, or it went into or out of quarantine.</summary>
    RecordChanged,

    /// <summary>The trace came to its end.</summary>
    TraceClosed,

    /// <summary>Another State answered.</summary>
    AnswerRecorded,

    /// <summary>Another State did not answer in time.</summary>
    AnswerOverdue,

    /// <summary>The other server did not take what it was sent.</summary>
    DeliveryFailed,

    /// <summary>Another State is to be reminded, or this one is reminded of what another waits for.</summary>
    ReminderDue,

    /// <summary>The wait became a matter for a higher authority.</summary>
    Escalated,

    /// <summary>Another State reminded this one of what it waits for.</summary>
    Reminded,

    /// <summary>Another State asked about an arm.</summary>
    RequestReceived,

    /// <summary>Another State asked for more information; its clock rests until it is given.</summary>
    InformationAsked,

    /// <summary>Another State withdrew its request: nobody need work on it any more.</summary>
    RequestWithdrawn,
}
