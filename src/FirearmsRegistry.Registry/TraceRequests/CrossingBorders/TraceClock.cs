using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;

namespace FirearmsRegistry.Registry.TraceRequests.CrossingBorders;

/// <summary>
/// The clock of requests with one partner in one class: which steps run from a moment on, and when each is due by the partner's calendar.
/// </summary>
/// <param name="Calendar">The partner's calendar.</param>
/// <param name="Settings">The spans.</param>
public sealed record TraceClock(WorkingCalendar Calendar, ClockSettings Settings)
{
    private static readonly ClockSettings DefaultUrgent = new(Hours(24), Hours(72), Hours(48), Days(10), Days(20));

    private static readonly ClockSettings DefaultRoutine = new(Days(5), Days(20), Days(10), Days(40), Days(60));

    private static readonly TraceClockStep[] Waits =
        [TraceClockStep.Acknowledge, TraceClockStep.Answer, TraceClockStep.Remind, TraceClockStep.Escalate, TraceClockStep.NoReply];

    /// <summary>The clock agreed with a partner, or this registry's own where none was.</summary>
    public static TraceClock Of(Partner partner, TracePriority priority)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return new TraceClock(partner.Calendar, partner.AgreedClock(priority) ?? Unagreed(priority));
    }

    /// <summary>This registry's own clock, for what no partner is asked.</summary>
    public static TraceClock Own(TracePriority priority) => new(WorkingCalendar.Default, Unagreed(priority));

    /// <summary>When the answer to a request is due that was made at a moment.</summary>
    public DateTimeOffset AnswerDue(DateTimeOffset since) => Calendar.Add(since, Settings.Answer);

    /// <summary>The steps that run once a request was submitted: the other State is waited for.</summary>
    public IReadOnlyList<TraceClockSet> AfterSubmission(DateTimeOffset now) =>
        [At(TraceClockStep.Acknowledge, now, Settings.Acknowledge), .. AfterInformation(TraceKind.Outbound, now)];

    /// <summary>The steps that run once a request was received: the other State waits.</summary>
    public IReadOnlyList<TraceClockSet> AfterReceipt(DateTimeOffset now) => AfterInformation(TraceKind.Inbound, now);

    /// <summary>The steps that run anew once the information that was missing was given.</summary>
    public IReadOnlyList<TraceClockSet> AfterInformation(TraceKind kind, DateTimeOffset now)
    {
        var both = new[] { At(TraceClockStep.Answer, now, Settings.Answer), At(TraceClockStep.Escalate, now, Settings.Escalate) };
        return kind == TraceKind.Outbound ? [.. both, At(TraceClockStep.NoReply, now, Settings.NoReply)] : both;
    }

    /// <summary>What happens to the clock with an answer: none runs after the last one, the rest of others is waited for anew.</summary>
    public IReadOnlyList<object> AfterAnswer(TraceRequest request, TraceAnswerContent answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        if (AnswerRules.IsFinal(answer.Kind))
            return Stopped(request, [.. Waits, TraceClockStep.Expire]);
        var start = answer.ExpectedOn is { } day && Calendar.EndOfWorkingDay(day) is var expected && expected > now ? expected : (DateTimeOffset?)null;
        var rest = new List<object>(Stopped(request, Waits))
        {
            start is { } at ? new TraceClockSet(TraceClockStep.Answer, at) : At(TraceClockStep.Answer, now, Settings.Answer),
            At(TraceClockStep.Escalate, start ?? now, Settings.Escalate),
        };
        // A part is a reply, so that only a delay can still end without one.
        if (request.Kind == TraceKind.Outbound && answer.Kind == TraceAnswerKind.Delayed)
            rest.Add(At(TraceClockStep.NoReply, start ?? now, Settings.NoReply));
        return rest;
    }

    /// <summary>The next reminder after one that was due, later than now.</summary>
    public TraceClockSet NextReminder(DateTimeOffset due, DateTimeOffset now)
    {
        var next = Calendar.Add(due, Settings.RemindEvery);
        // Where the sweep did not run for a while, one reminder makes up for all that were missed.
        return new TraceClockSet(TraceClockStep.Remind, next > now ? next : Calendar.Add(now, Settings.RemindEvery));
    }

    /// <summary>Stops those of the steps that run; nothing where none does.</summary>
    public static IReadOnlyList<object> Stopped(TraceRequest request, params IReadOnlyList<TraceClockStep> steps)
    {
        ArgumentNullException.ThrowIfNull(request);
        var running = steps.Where(step => request.Abroad!.Clock.ContainsKey(step)).ToArray();
        return running.Length == 0 ? [] : [new TraceClockStopped(running)];
    }

    /// <summary>Stops the wait for whoever is waited for, while the day of expiry runs on.</summary>
    public static IReadOnlyList<object> WaitStopped(TraceRequest request) => Stopped(request, Waits);

    /// <summary>The step at which a request is of no use any more; nothing where it always is.</summary>
    public static IReadOnlyList<TraceClockSet> Expiry(DateOnly? neededUntil) =>
        neededUntil is { } day ? [new TraceClockSet(TraceClockStep.Expire, EndOf(day))] : [];

    private TraceClockSet At(TraceClockStep step, DateTimeOffset from, ClockSpan span) => new(step, Calendar.Add(from, span));

    private static ClockSettings Unagreed(TracePriority priority) => priority == TracePriority.Urgent ? DefaultUrgent : DefaultRoutine;

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static ClockSpan Hours(int count) => new(ClockUnit.Hours, count);

    private static ClockSpan Days(int count) => new(ClockUnit.WorkingDays, count);
}
