using System.Security.Cryptography;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Exchange.Partners.Calendars;
using FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;
using FirearmsRegistry.Registry.Exchange.Partners.Registering;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class PartnerTests
{
    private static readonly CountryCode Spain = CountryCode.Parse("ESP").GetOrThrow();

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_own_State_is_no_partner_and_of_one_State_there_is_one()
    {
        var command = new RegisterPartner(Guid.CreateVersion7(), CountryCode.Parse("PRT").GetOrThrow(), Short("Lisbon"), [Language("pt")]);

        Assert.Null(RegisterPartner.Decide(command, Spain, null).Refusal);
        Assert.Equal("invalid-input", RegisterPartner.Decide(command with { Country = Spain }, Spain, null).Refusal!.Name);
        Assert.Equal("partner-country-taken", RegisterPartner.Decide(command, Spain, Guid.CreateVersion7()).Refusal!.Name);
        Assert.Equal("invalid-input", RegisterPartner.Decide(command with { Languages = [] }, Spain, null).Refusal!.Name);
        Assert.Equal("invalid-input", RegisterPartner.Decide(command with { Languages = [Language("pt"), Language("pt")] }, Spain, null).Refusal!.Name);
    }

    [Fact]
    public void A_key_is_taken_as_jwk_or_as_pem_and_is_the_same_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var jwk = AddKey.Decide(Key(key) with { Pem = null }, new Partner()).Value;
        var pem = AddKey.Decide(Key(key) with { Jwk = null }, new Partner()).Value;

        Assert.Equal(SigningKey.Of(key), jwk.Key);
        Assert.Equal(jwk.Key, pem.Key);
        Assert.Equal("invalid-input", AddKey.Decide(Key(key), new Partner()).Refusal!.Name);
        Assert.Equal("invalid-input", AddKey.Decide(Key(key) with { Jwk = null, Pem = null }, new Partner()).Refusal!.Name);
    }

    [Fact]
    public void Other_curves_private_keys_and_points_off_the_curve_are_no_keys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var good = Key(key);

        Assert.Equal("/pem", Fault(good with { Jwk = null, Pem = Note.Parse(larger.ExportSubjectPublicKeyInfoPem()).GetOrThrow() }));
        Assert.Equal("/pem", Fault(good with { Jwk = null, Pem = Note.Parse(key.ExportPkcs8PrivateKeyPem()).GetOrThrow() }));
        Assert.Equal("/pem", Fault(good with { Jwk = null, Pem = Note.Parse("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----").GetOrThrow() }));
        Assert.Equal("/jwk", Fault(good with { Pem = null, Jwk = good.Jwk! with { X = good.Jwk.Y } }));
        Assert.Equal("/jwk", Fault(good with { Pem = null, Jwk = good.Jwk! with { Crv = Short("P-384") } }));
        Assert.Equal("/jwk", Fault(good with { Pem = null, Jwk = good.Jwk! with { X = Short("not base64url!") } }));
        Assert.Equal("/validTo", Fault(good with { Pem = null, ValidTo = From }));
        Assert.Equal("/validTo", Fault(good with { Pem = null, ValidTo = From.AddYears(6) }));
    }

    [Fact]
    public void A_key_s_name_is_used_once_and_a_revoked_key_is_taken_at_no_time()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var partner = new Partner();
        partner.Apply(AddKey.Decide(Key(key) with { Pem = null }, partner).Value);

        Assert.Equal("partner-key-name-taken", AddKey.Decide(Key(key) with { Pem = null }, partner).Refusal!.Name);
        Assert.True(partner.Keys[0].IsValidAt(From));
        Assert.False(partner.Keys[0].IsValidAt(From.AddTicks(-1)));
        Assert.False(partner.Keys[0].IsValidAt(From.AddYears(2)));
        Assert.False((partner.Keys[0] with { RevokedAt = From.AddYears(1) }).IsValidAt(From));
    }

    [Theory]
    [InlineData("https://registry.example.pt/", true)]
    [InlineData("http://registry.example.pt/", false)]
    [InlineData("https://user:secret@registry.example.pt/", false)]
    [InlineData("https://registry.example.pt/?token=1", false)]
    [InlineData("registry.example.pt", false)]
    [InlineData("file:///etc/passwd", false)]
    public void A_registry_is_reached_over_https(string address, bool taken) =>
        Assert.Equal(taken, PartnerRules.Channels([new PartnerChannel(ChannelKind.Registry, Short(address), true)]) is null);

    [Fact]
    public void Of_the_ways_one_is_preferred_and_one_is_a_registry()
    {
        var hand = new PartnerChannel(ChannelKind.ByHand, Short("contact@example.pt"), true);
        var registry = new PartnerChannel(ChannelKind.Registry, Short("https://registry.example.pt/"), false);

        Assert.Null(PartnerRules.Channels([hand, registry]));
        Assert.NotNull(PartnerRules.Channels([hand, registry with { Preferred = true }]));
        Assert.NotNull(PartnerRules.Channels([registry, registry]));
        Assert.Null(PartnerRules.Channels([]));
    }

    [Fact]
    public void A_calendar_leaves_a_day_to_work_on_and_its_zone_is_known_here()
    {
        Assert.Null(PartnerRules.Calendar(WorkingCalendar.Default));
        Assert.NotNull(PartnerRules.Calendar(WorkingCalendar.Default with { Weekend = Enum.GetValues<WeekDay>() }));
        Assert.NotNull(PartnerRules.Calendar(WorkingCalendar.Default with { Zone = TimeZoneName.Parse("Mars/Olympus").GetOrThrow() }));
        Assert.NotNull(PartnerRules.Calendar(WorkingCalendar.Default with { Holidays = [new(2026, 1, 1), new(2026, 1, 1)] }));
    }

    [Fact]
    public void A_clock_s_spans_follow_each_other_and_are_at_least_one()
    {
        var clock = PartnerExamples.Clock.Clock;

        Assert.Null(PartnerRules.Clock(clock));
        Assert.NotNull(PartnerRules.Clock(clock with { NoReply = new ClockSpan(ClockUnit.WorkingDays, 10) }));
        Assert.NotNull(PartnerRules.Clock(clock with { RemindEvery = new ClockSpan(ClockUnit.Hours, 0) }));
        Assert.NotNull(PartnerRules.Clock(clock with { Answer = new ClockSpan(ClockUnit.WorkingDays, 1001) }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10_001, false)]
    public void A_budget_can_be_kept(int budget, bool taken) =>
        Assert.Equal(taken, PartnerRules.Budget(new HashAgreement(Short("Memorandum"), budget)) is null);

    private static AddKey Key(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return new AddKey(KeyName.Parse("prt-1").GetOrThrow(),
            new JsonWebKey(Short("EC"), Short("P-256"), Short(System.Buffers.Text.Base64Url.EncodeToString(point.X)), Short(System.Buffers.Text.Base64Url.EncodeToString(point.Y))),
            Note.Parse(key.ExportSubjectPublicKeyInfoPem()).GetOrThrow(), From, From.AddYears(2), Short("By telephone"));
    }

    private static string? Fault(AddKey command) => AddKey.Decide(command, new Partner()).Refusal?.Errors[0].Pointer;

    private static LanguageCode Language(string code) => LanguageCode.Parse(code).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
