namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>A length of time on a clock: working days of the partner's calendar, or hours.</summary>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record ClockSpan(ClockUnit Unit, int Count);

/// <summary>In what a clock counts.</summary>
public enum ClockUnit
{
    /// <summary>Days on which the partner works.</summary>
    WorkingDays,

    /// <summary>Hours, day and night.</summary>
    Hours,
}

/// <summary>
/// The clock of one priority class with one partner, each span from the moment at which the request was submitted. The Instrument names
/// no number of days (paras 18, 19): partners agree on them.
/// </summary>
/// <param name="Acknowledge">Within what time receipt is to be acknowledged.</param>
/// <param name="Answer">Within what time the answer is due; the first reminder then.</param>
/// <param name="RemindEvery">After what time each further reminder is due.</param>
/// <param name="Escalate">After what time the request goes to a higher authority.</param>
/// <param name="NoReply">After what time it counts as not replied to.</param>
public sealed record ClockSettings(ClockSpan Acknowledge, ClockSpan Answer, ClockSpan RemindEvery, ClockSpan Escalate, ClockSpan NoReply);
