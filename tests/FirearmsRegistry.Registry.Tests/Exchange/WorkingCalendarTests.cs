using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class WorkingCalendarTests
{
    private static readonly string[] Zones =
        ["UTC", "+05:30", "-11:00", "+14:00", "Europe/Lisbon", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Pacific/Auckland", "Australia/Lord_Howe"];

    private static readonly DateTimeOffset First = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    // A Friday; a Saturday; the Wednesday before Christmas, the 25th and 26th being free.
    [InlineData("2026-11-27T15:00:00Z", 1, "2026-11-30T23:59:59Z")]
    [InlineData("2026-11-28T15:00:00Z", 1, "2026-11-30T23:59:59Z")]
    [InlineData("2026-12-23T09:00:00Z", 1, "2026-12-24T23:59:59Z")]
    [InlineData("2026-12-23T09:00:00Z", 2, "2026-12-28T23:59:59Z")]
    [InlineData("2026-11-27T15:00:00Z", 20, "2026-12-28T23:59:59Z")]
    public void Working_days_end_with_the_last_of_them(string from, int days, string end) =>
        Assert.Equal(Time(end), Christmas().Add(Time(from), new ClockSpan(ClockUnit.WorkingDays, days)));

    [Theory]
    [InlineData("2026-11-26T15:00:00Z", 24, "2026-11-27T15:00:00Z")]
    [InlineData("2026-11-27T15:00:00Z", 24, "2026-11-30T00:00:00Z")]
    [InlineData("2026-11-27T15:00:00Z", 72, "2026-11-30T15:00:00Z")]
    public void Hours_run_through_but_do_not_end_on_a_free_day(string from, int hours, string end) =>
        Assert.Equal(Time(end), Christmas().Add(Time(from), new ClockSpan(ClockUnit.Hours, hours)));

    [Fact]
    public void A_day_is_the_partner_s_own()
    {
        var calendar = Christmas() with { Zone = Zone("+12:00") };

        // Sunday evening here is Monday morning there.
        Assert.Equal(Time("2026-12-01T11:59:59Z"), calendar.Add(Time("2026-11-29T20:00:00Z"), new ClockSpan(ClockUnit.WorkingDays, 1)));
    }

    [Fact]
    public void Summer_time_moves_the_end_of_a_day()
    {
        var calendar = Christmas() with { Zone = Zone("Europe/Lisbon") };

        Assert.Equal(Time("2026-07-01T22:59:59Z"), calendar.Add(Time("2026-06-30T12:00:00Z"), new ClockSpan(ClockUnit.WorkingDays, 1)));
        Assert.Equal(Time("2026-12-01T23:59:59Z"), calendar.Add(Time("2026-11-30T12:00:00Z"), new ClockSpan(ClockUnit.WorkingDays, 1)));
    }

    [Property(MaxTest = 500)]
    public Property No_clock_ends_on_a_free_day_or_before_it_starts() => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        var due = one.Calendar.Add(one.From, one.Span);
        return one.Calendar.IsWorkingDay(one.Calendar.DayAt(due)) && due > one.From && due.Offset == TimeSpan.Zero;
    });

    [Property(MaxTest = 500)]
    public Property A_later_start_never_means_an_earlier_end() => Prop.ForAll(Cases().Zip(Gen.Choose(0, 20_000)).ToArbitrary(), pair =>
    {
        var (one, later) = pair;
        return one.Calendar.Add(one.From, one.Span) <= one.Calendar.Add(one.From.AddMinutes(later), one.Span);
    });

    [Property(MaxTest = 500)]
    public Property A_longer_span_never_means_an_earlier_end() => Prop.ForAll(Cases().Zip(Gen.Choose(0, 50)).ToArbitrary(), pair =>
    {
        var (one, more) = pair;
        return one.Calendar.Add(one.From, one.Span) <= one.Calendar.Add(one.From, one.Span with { Count = one.Span.Count + more });
    });

    [Property(MaxTest = 500)]
    public Property A_further_free_day_never_means_an_earlier_end() => Prop.ForAll(Cases().Zip(Gen.Choose(0, 700)).ToArbitrary(), pair =>
    {
        var (one, day) = pair;
        var freer = one.Calendar with { Holidays = [.. one.Calendar.Holidays, DateOnly.FromDateTime(First.DateTime).AddDays(day)] };
        return one.Calendar.Add(one.From, one.Span) <= freer.Add(one.From, one.Span);
    });

    [Property(MaxTest = 200)]
    public Property The_end_is_the_same_for_a_calendar_read_back_from_its_json() => Prop.ForAll(Cases().ToArbitrary(), one =>
    {
        var options = Registry.Shared.RegistryJson.Options;
        var read = System.Text.Json.JsonSerializer.Deserialize<WorkingCalendar>(System.Text.Json.JsonSerializer.Serialize(one.Calendar, options), options)!;
        return read.Add(one.From, one.Span) == one.Calendar.Add(one.From, one.Span);
    });

    [Theory]
    [InlineData("Mars/Olympus", true)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("/etc/localtime", false)]
    [InlineData("+15:00", false)]
    [InlineData("+9:00", false)]
    [InlineData("", false)]
    public void A_zone_that_nobody_knows_is_not_found_and_a_path_is_no_zone(string text, bool isName)
    {
        var parsed = TimeZoneName.Parse(text);

        Assert.Equal(isName, parsed.IsOk);
        if (parsed.TryGet(out var zone, out _))
            Assert.False(zone.TryFind(out _));
    }

    private sealed record Case(WorkingCalendar Calendar, DateTimeOffset From, ClockSpan Span);

    private static Gen<Case> Cases() =>
        from zone in Gen.Elements(Zones)
        from weekend in Gen.SubListOf(Enum.GetValues<WeekDay>())
        from free in Gen.Choose(0, 700).ArrayOf(20)
        from minute in Gen.Choose(0, 700 * 24 * 60)
        from unit in Gen.Elements(ClockUnit.WorkingDays, ClockUnit.Hours)
        from count in Gen.Choose(1, 60)
        select new Case(
            new WorkingCalendar(Zone(zone), [.. weekend.Take(6)], [.. free.Distinct().Select(day => DateOnly.FromDateTime(First.DateTime).AddDays(day))]),
            First.AddMinutes(minute), new ClockSpan(unit, count));

    private static WorkingCalendar Christmas() => WorkingCalendar.Default with { Holidays = [new DateOnly(2026, 12, 25)] };

    private static TimeZoneName Zone(string name) => TimeZoneName.Parse(name).GetOrThrow();

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
