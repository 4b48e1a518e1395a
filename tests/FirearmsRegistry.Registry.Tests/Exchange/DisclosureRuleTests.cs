using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Texts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace FirearmsRegistry.Registry.Tests.Exchange;

public sealed class DisclosureRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CountryCode Provider = Country("PRT");

    private static readonly Guid Source = Guid.CreateVersion7();

    private static readonly DisclosureRecipient Own = new(RecipientKind.OwnAuthority, Short("Court"), null);

    private static readonly DisclosureRecipient Back = new(RecipientKind.OtherState, Short("Lisbon"), Provider);

    private static readonly DisclosureRecipient Third = new(RecipientKind.OtherState, Short("Paris"), Country("FRA"));

    private static readonly DisclosureRecipient Interpol = new(RecipientKind.Organisation, Short("INTERPOL"), null);

    private static readonly DisclosurePurpose[] OnlyTracing = [DisclosurePurpose.Tracing];

    public static TheoryData<string, ThirdPartyRule, bool, bool, bool, string?> Table
    {
        get
        {
            // Receiver, third-party rule, whether to inform first, whether consent is there, whether the provider was told, the refusal.
            var data = new TheoryData<string, ThirdPartyRule, bool, bool, bool, string?>();
            foreach (var rule in Enum.GetValues<ThirdPartyRule>())
            {
                foreach (var flags in Enumerable.Range(0, 8))
                {
                    var (inform, consent, told) = ((flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0);
                    data.Add("own", rule, inform, consent, told, null);
                    data.Add("back", rule, inform, consent, told, null);
                    foreach (var third in new[] { "third", "interpol" })
                    {
                        var refused = rule == ThirdPartyRule.Never || (rule == ThirdPartyRule.WithConsent && !consent) ? "disclosure-without-consent"
                            : inform && !told ? "disclosure-provider-not-informed"
                            : null;
                        data.Add(third, rule, inform, consent, told, refused);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Third_parties_have_it_only_as_the_provider_allows(
        string receiver, ThirdPartyRule rule, bool inform, bool consent, bool told, string? refusal)
    {
        var recipient = receiver switch { "own" => Own, "back" => Back, "third" => Third, _ => Interpol };
        var lent = Lent(new HandlingRestriction(null, rule, null, inform), consent ? Consent(recipient) : null, told ? Told(recipient) : null);

        Assert.Equal(refusal, Refusal(recipient, DisclosurePurpose.Tracing, lent));
    }

    [Fact]
    public void A_purpose_that_was_not_allowed_is_refused_to_everybody_and_the_restriction_is_quoted()
    {
        var restriction = new HandlingRestriction(OnlyTracing, ThirdPartyRule.Free, null, false, Note.Parse("For tracing only.").GetOrThrow());

        foreach (var recipient in new[] { Own, Back, Third, Interpol })
        {
            var refusal = DisclosureRule.Refuse(Wanted(recipient, DisclosurePurpose.Intelligence), Lent(restriction), Now)!;
            Assert.Equal("disclosure-purpose-differs", refusal.Name);
            Assert.Equal((restriction, Provider, Source), (refusal.Extensions["restriction"], refusal.Extensions["provider"], refusal.Extensions["source"]));
            Assert.Null(Refusal(recipient, DisclosurePurpose.Tracing, Lent(restriction)));
        }
    }

    [Fact]
    public void A_consent_that_names_a_purpose_widens_the_restriction_for_that_receiver_only()
    {
        var restriction = new HandlingRestriction(OnlyTracing, ThirdPartyRule.WithConsent, null, false);
        var lent = Lent(restriction, Consent(Third) with { Purposes = [DisclosurePurpose.CourtProceedings] });

        Assert.Null(Refusal(Third, DisclosurePurpose.CourtProceedings, lent));
        Assert.Equal("disclosure-without-consent", Refusal(Third, DisclosurePurpose.Tracing, lent));
        Assert.Equal("disclosure-purpose-differs", Refusal(Interpol, DisclosurePurpose.CourtProceedings, lent));
    }

    [Fact]
    public void A_consent_ends_with_its_time_and_holds_for_its_own_information_only()
    {
        var restriction = new HandlingRestriction(null, ThirdPartyRule.WithConsent, null, false);

        Assert.Equal("disclosure-without-consent", Refusal(Third, DisclosurePurpose.Tracing, Lent(restriction, Consent(Third) with { ValidTo = Now })));
        Assert.Null(Refusal(Third, DisclosurePurpose.Tracing, Lent(restriction, Consent(Third) with { ValidTo = Now.AddSeconds(1) })));
        Assert.Equal("disclosure-without-consent",
            Refusal(Third, DisclosurePurpose.Tracing, Lent(restriction, Consent(Third) with { SourceId = Guid.CreateVersion7() })));
    }

    [Fact]
    public void Information_without_a_restriction_and_no_information_at_all_may_go_anywhere()
    {
        Assert.Null(Refusal(Interpol, DisclosurePurpose.Intelligence, Lent(null)));
        Assert.Null(Refusal(Interpol, DisclosurePurpose.Intelligence, LentInformation.None));
    }

    [Fact]
    public void One_restricted_datum_among_many_is_enough_and_leaving_it_out_helps()
    {
        var free = new ReceivedDatum(Guid.CreateVersion7(), Country("ITA"), null);
        var lent = Lent(new HandlingRestriction(null, ThirdPartyRule.Never, null, false)) is var one ? one with { Data = [free, .. one.Data] } : one;

        Assert.Equal("disclosure-without-consent", Refusal(Third, DisclosurePurpose.Tracing, lent));
        Assert.Null(Refusal(Third, DisclosurePurpose.Tracing, lent.Only([free.SourceId])));
        Assert.Equal("disclosure-without-consent", Refusal(Third, DisclosurePurpose.Tracing, lent.Only(null)));
    }

    [Property(MaxTest = 1000)]
    public Property Nobody_receives_it_after_its_expiry_whatever_was_agreed() => Prop.ForAll(Anything().ToArbitrary(), one =>
    {
        var expired = one.Lent with { Data = [.. one.Lent.Data.Select(datum => datum with { Restriction = datum.Restriction! with { ExpiresAt = Now } })] };
        return DisclosureRule.Refuse(one.Wanted, expired, Now)?.Name == "disclosure-after-expiry"
            && DisclosureRule.Refuse(one.Wanted, expired, Now.AddYears(20))?.Name == "disclosure-after-expiry";
    });

    [Property(MaxTest = 1000)]
    public Property Lifting_a_restriction_never_forbids_more() => Prop.ForAll(Anything().ToArbitrary(), one =>
        DisclosureRule.Refuse(one.Wanted, one.Lent, Now) is not null
        || DisclosureRule.Refuse(one.Wanted, one.Lent with { Data = [.. one.Lent.Data.Select(datum => datum with { Restriction = null })] }, Now) is null);

    private sealed record Any(Disclosure Wanted, LentInformation Lent);

    private static Gen<Any> Anything() =>
        from recipient in Gen.Elements(Own, Back, Third, Interpol)
        from purpose in Gen.Elements(Enum.GetValues<DisclosurePurpose>())
        from purposes in Gen.SubListOf(Enum.GetValues<DisclosurePurpose>())
        from limited in Gen.Elements(true, false)
        from rule in Gen.Elements(Enum.GetValues<ThirdPartyRule>())
        from inform in Gen.Elements(true, false)
        from consented in Gen.Elements(true, false)
        from told in Gen.Elements(true, false)
        select new Any(Wanted(recipient, purpose), Lent(new HandlingRestriction(limited ? [.. purposes] : null, rule, null, inform),
            consented ? Consent(recipient) with { Purposes = [purpose] } : null, told ? Told(recipient) : null));

    private static string? Refusal(DisclosureRecipient recipient, DisclosurePurpose purpose, LentInformation lent) =>
        DisclosureRule.Refuse(Wanted(recipient, purpose), lent, Now)?.Name;

    private static Disclosure Wanted(DisclosureRecipient recipient, DisclosurePurpose purpose) =>
        new(recipient, purpose, [DataCategory.Chain], DisclosureForm.Report, null);

    private static LentInformation Lent(HandlingRestriction? restriction, DisclosureConsentRecorded? consent = null, ProviderInformed? told = null) =>
        new([new ReceivedDatum(Source, Provider, restriction)], consent is null ? [] : [consent], told is null ? [] : [told]);

    private static DisclosureConsentRecorded Consent(DisclosureRecipient recipient) =>
        new(Guid.CreateVersion7(), Source, recipient, null, null, Short("Letter 1"));

    private static ProviderInformed Told(DisclosureRecipient recipient) => new(Guid.CreateVersion7(), Source, recipient, Short("Letter 2"));

    private static CountryCode Country(string code) => CountryCode.Parse(code).GetOrThrow();

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
