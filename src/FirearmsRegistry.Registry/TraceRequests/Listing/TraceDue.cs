namespace FirearmsRegistry.Registry.TraceRequests.Listing;

/// <summary>Which requests are pressing.</summary>
public enum TraceDue
{
    /// <summary>The day of a step has passed without it: reminders run, or the sweep is about to see it.</summary>
    Overdue,

    /// <summary>A step is due within a week.</summary>
    Soon,
}

/// <summary>The same as conditions on rows of <c>trace_clock</c>.</summary>
internal static class TraceDueSql
{
    /// <summary>The ids of those that are pressing so at a moment, which is the parameter of this name.</summary>
    public static string Ids(TraceDue due, string moment) => due switch
    {
        // The clock of reminders runs only once the answer was not there in time.
        TraceDue.Overdue => $"select trace_request_id from registry.trace_clock where kind = 'remind' or due_at <= {moment}",
        TraceDue.Soon => $"""
            select trace_request_id from registry.trace_clock
            where kind in ('acknowledge', 'answer', 'foreign_answer', 'expire') and due_at > {moment} and due_at <= {moment}::timestamptz + interval '7 days'
            """,
    };
}
