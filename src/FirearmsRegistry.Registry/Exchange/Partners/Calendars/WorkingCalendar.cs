namespace FirearmsRegistry.Registry.Exchange.Partners.Calendars;

/// <summary>
/// On which days a partner works. Clocks in working days run out in the last second of a working day there, so that a later start never
/// means an earlier end; clocks in hours that would run out on a free day run out as the next working day begins.
/// </summary>
/// <param name="Zone">Where its days begin and end.</param>
/// <param name="Weekend">The days of the week on which it does not work.</param>
/// <param name="Holidays">Further days on which it does not work.</param>
public sealed record WorkingCalendar(TimeZoneName Zone, IReadOnlyList<WeekDay> Weekend, IReadOnlyList<DateOnly> Holidays)
{
    /// <summary>The most holidays that a calendar lists; with a day of the week that is worked, some working day follows any day.</summary>
    public const int MostHolidays = 1000;

    private static readonly TimeSpan LastSecond = TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1);

    /// <summary>Where nothing is agreed: Monday to Friday, UTC.</summary>
    public static WorkingCalendar Default { get; } = new(TimeZoneName.Utc, [WeekDay.Saturday, WeekDay.Sunday], []);

    /// <summary>Whether the partner works on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => !Weekend.Contains(Of(day.DayOfWeek)) && !Holidays.Contains(day);

    /// <summary>The day at a moment where the partner is; UTC's where this machine does not know the zone.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, FindZone()).DateTime);

    /// <summary>When a clock that starts at a moment runs out, in UTC.</summary>
    /// <exception cref="InvalidOperationException">The calendar has no working day at all.</exception>
    public DateTimeOffset Add(DateTimeOffset from, ClockSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return span.Unit switch
        {
            ClockUnit.WorkingDays => EndOf(WorkingDayAfter(DayAt(from), span.Count)),
            ClockUnit.Hours => NotOnFreeDay(from.AddHours(span.Count)),
        };
    }

    /// <summary>The last second of a day where the partner is, in UTC; of the next working day where it is free.</summary>
    public DateTimeOffset EndOfWorkingDay(DateOnly day) => EndOf(IsWorkingDay(day) ? day : WorkingDayAfter(day, 1));

    private DateTimeOffset NotOnFreeDay(DateTimeOffset moment)
    {
        var day = DayAt(moment);
        return IsWorkingDay(day) ? moment.ToUniversalTime() : StartOf(WorkingDayAfter(day, 1));
    }

    private DateOnly WorkingDayAfter(DateOnly day, int count)
    {
        if (Weekend.Distinct().Count() == 7)
            throw new InvalidOperationException("A calendar without working days has no end for a clock.");
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    private DateTimeOffset EndOf(DateOnly day)
    {
        var zone = FindZone();
        var local = day.ToDateTime(TimeOnly.FromTimeSpan(LastSecond));
        // A day whose last second comes twice, or never, ends with the later of the two, or just before the gap.
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(-30);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var zone = FindZone();
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private TimeZoneInfo FindZone() => Zone.TryFind(out var zone) ? zone : TimeZoneInfo.Utc;

    private static WeekDay Of(DayOfWeek day) => day == DayOfWeek.Sunday ? WeekDay.Sunday : (WeekDay)(day - DayOfWeek.Monday);
}

/// <summary>The days of the week.</summary>
public enum WeekDay
{
    /// <summary>Monday.</summary>
    Monday,

    /// <summary>Tuesday.</summary>
    Tuesday,

    /// <summary>Wednesday.</summary>
    Wednesday,

    /// <summary>Thursday.</summary>
    Thursday,

    /// <summary>Friday.</summary>
    Friday,

    /// <summary>Saturday.</summary>
    Saturday,

    /// <summary>Sunday.</summary>
    Sunday,
}
