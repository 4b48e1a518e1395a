using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Partners.Agreeing;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Exchange.Partners.Deactivating;
using FirearmsRegistry.Registry.Exchange.Partners.Describing;
using FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;
using FirearmsRegistry.Registry.Exchange.Partners.Registering;
using FirearmsRegistry.Registry.Exchange.Partners.SettingChannels;
using FirearmsRegistry.Registry.Exchange.Partners.SettingClocks;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.TraceRequests;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class PartnerExamples
{
    private static readonly LanguageCode[] Languages = [LanguageCode.Parse("pt").GetOrThrow(), LanguageCode.Parse("en").GetOrThrow()];

    private static readonly KeyName Name = KeyName.Parse("prt-2026-1").GetOrThrow();

    public static RegisterPartnerEndpoint.PartnerBody Register { get; } = new(
        CountryCode.Parse("PRT").GetOrThrow(), Short("National point of contact, Lisbon"), Languages);

    public static DescribePartner.DescriptionBody Description { get; } = new(Short("National firearms centre, Lisbon"), Languages);

    public static SetChannels.ChannelsBody Channels { get; } = new(
    [
        new PartnerChannel(ChannelKind.Registry, Short("https://registry.example.pt/"), Preferred: true),
        new PartnerChannel(ChannelKind.ByHand, Short("contact@example.pt"), Preferred: false),
    ]);

    public static KeyEndpoints.PartnerKeyBody Key { get; } = new(Name, At(2026, 1), At(2028, 1), Short("By telephone with the head of the point of contact"),
        new JsonWebKey(Short("EC"), Short("P-256"), Short("axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY"), Short("T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU")));

    public static KeyEndpoints.PartnerKeyRevocationBody Revocation { get; } = new(Name, Text("The machine that held it was stolen."));

    public static ClockEndpoints.CalendarBody Calendar { get; } = new(new WorkingCalendar(
        TimeZoneName.Parse("+00:00").GetOrThrow(), [WeekDay.Saturday, WeekDay.Sunday], [new DateOnly(2026, 12, 25)]));

    public static ClockEndpoints.ClockBody Clock { get; } = new(TracePriority.Routine,
        new ClockSettings(Days(5), Days(20), Days(10), Days(40), Days(60)));

    public static AgreementEndpoints.HashBody Hash { get; } = new(new HashAgreement(Short("Memorandum 2026/4, annex B"), 100));

    public static AgreementEndpoints.AutomaticBody Automatic { get; } = new(new AutomaticAnswers(Short("Memorandum 2026/4, annex C"), new DateOnly(2028, 12, 31)));

    public static DeactivatePartner.DeactivationBody Deactivation { get; } = new(Text("Another authority took over."));

    private static ClockSpan Days(int count) => new(ClockUnit.WorkingDays, count);

    private static DateTimeOffset At(int year, int month) => new(year, month, 1, 0, 0, 0, TimeSpan.Zero);

    private static Note Text(string text) => Note.Parse(text).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
