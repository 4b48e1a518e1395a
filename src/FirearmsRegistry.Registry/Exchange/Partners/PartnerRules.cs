using System.Globalization;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>What the members of a partner must hold; each rule gives a refusal, or null.</summary>
public static class PartnerRules
{
    private const int MostLanguages = 10;

    private const int MostChannels = 10;

    private const int MostDays = 1000;

    private const int MostHours = 24_000;

    private const int MostBudget = 10_000;

    /// <summary>At least one language, none twice.</summary>
    public static Refusal? Languages(IReadOnlyList<LanguageCode> languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return languages.Count is 0 or > MostLanguages || languages.Distinct().Count() != languages.Count
            ? Refusal.Input(new InputError("/languages", null, $"Must name 1 to {MostLanguages} languages, none twice."))
            : null;
    }

    /// <summary>A registry is reached over HTTPS, and of the ways one at the most is preferred.</summary>
    public static Refusal? Channels(IReadOnlyList<PartnerChannel> channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        if (channels.Count > MostChannels)
            return Refusal.Input(new InputError("/channels", null, $"May hold {MostChannels} ways at the most."));
        if (channels.Count(channel => channel.Preferred) > 1)
            return Refusal.Input(new InputError("/channels", null, "Only one way can be preferred."));
        if (channels.Count(channel => channel.Kind == ChannelKind.Registry) > 1)
            return Refusal.Input(new InputError("/channels", null, "A partner has one registry."));
        for (var index = 0; index < channels.Count; index++)
        {
            if (channels[index].Kind == ChannelKind.Registry && !IsBaseAddress(channels[index].Address.ToString()))
            {
                return Refusal.Input(new InputError(string.Create(CultureInfo.InvariantCulture, $"/channels/{index}/address"),
                    channels[index].Address.ToString(), "Must be an address over HTTPS without user, query and fragment.", "RFC 3986",
                    "https://registry.example.pt/"));
            }
        }

        return null;
    }

    /// <summary>A zone that this machine knows, and a week with a working day.</summary>
    public static Refusal? Calendar(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (!calendar.Zone.TryFind(out _))
        {
            return Refusal.Input(new InputError("/calendar/zone", calendar.Zone.ToString(), "Must be a zone that this machine's database has.",
                "IANA time zone database", "+00:00"));
        }

        if (calendar.Weekend.Distinct().Count() != calendar.Weekend.Count || calendar.Weekend.Count == 7)
            return Refusal.Input(new InputError("/calendar/weekend", null, "Must leave a day of the week on which the partner works, and name none twice."));
        return calendar.Holidays.Distinct().Count() != calendar.Holidays.Count || calendar.Holidays.Count > WorkingCalendar.MostHolidays
            ? Refusal.Input(new InputError("/calendar/holidays", null, $"May name {WorkingCalendar.MostHolidays} days at the most, none twice."))
            : null;
    }

    /// <summary>Spans that come one after the other: acknowledge, answer, escalate, no reply.</summary>
    public static Refusal? Clock(ClockSettings clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var spans = new[]
        {
            ("acknowledge", clock.Acknowledge), ("answer", clock.Answer), ("remindEvery", clock.RemindEvery), ("escalate", clock.Escalate),
            ("noReply", clock.NoReply),
        };
        foreach (var (member, span) in spans)
        {
            if (span.Count < 1 || span.Count > (span.Unit == ClockUnit.Hours ? MostHours : MostDays))
            {
                return Refusal.Input(new InputError($"/clock/{member}/count", span.Count.ToString(CultureInfo.InvariantCulture),
                    $"Must be 1 to {MostDays} working days or 1 to {MostHours} hours."));
            }
        }

        return Later(clock.Answer, clock.NoReply) && Later(clock.Escalate, clock.NoReply)
            ? null
            : Refusal.Input(new InputError("/clock/noReply", null, "Must not come before the answer is due, nor before escalation."));
    }

    /// <summary>A budget that can be kept.</summary>
    public static Refusal? Budget(HashAgreement? agreement) => agreement is null or { DailyBudget: >= 1 and <= MostBudget }
        ? null
        : Refusal.Input(new InputError("/agreement/dailyBudget", agreement.DailyBudget.ToString(CultureInfo.InvariantCulture),
            $"Must be 1 to {MostBudget}."));

    // Hours and working days are not compared: how many hours a working day takes depends on the calendar.
    private static bool Later(ClockSpan earlier, ClockSpan later) => earlier.Unit != later.Unit || earlier.Count <= later.Count;

    private static bool IsBaseAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" }
        && address.Host.Length > 0;
}
