using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

namespace FirearmsRegistry.Registry.TraceRequests.Sweeping;

/// <summary>What happens to a request to or from another State when steps of its clock are due.</summary>
public static class FireTraceClock
{
    /// <summary>Decides it; nothing where none is due, as when another server was first or an answer came.</summary>
    public static IReadOnlyList<object> Decide(TraceRequest request, TraceClock clock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        if (request.HasEnded || request.Abroad is not { } abroad)
            return [];
        if (DueAt(TraceClockStep.Expire) is not null && TraceActs.Refuse(request, TraceAct.Expire) is null)
            return [new TraceExpired(abroad.Content.NeededUntil!.Value)];
        if (DueAt(TraceClockStep.NoReply) is { } ranOut && TraceActs.Refuse(request, TraceAct.EndWait) is null)
            return [new TraceNotRepliedTo(ranOut)];

        var events = new List<object>();
        var reminders = abroad.Reminders;
        if (DueAt(TraceClockStep.Escalate) is { } escalated)
            events.Add(new TraceEscalated(escalated));
        if (DueAt(TraceClockStep.Acknowledge) is { } unacknowledged)
            events.Add(new TraceReminderDue(TraceClockStep.Acknowledge, unacknowledged, ++reminders));
        foreach (var step in new[] { TraceClockStep.Answer, TraceClockStep.Remind })
        {
            if (DueAt(step) is not { } due)
                continue;
            events.Add(new TraceReminderDue(step, due, ++reminders));
            events.Add(clock.NextReminder(due, now));
        }

        return events;

        DateTimeOffset? DueAt(TraceClockStep step) => abroad.Clock.TryGetValue(step, out var due) && due <= now ? due : null;
    }
}
