using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>
/// Whether information that another State lent may be disclosed (International Tracing Instrument paras 14, 15; Firearms Protocol Art. 12).
/// After its expiry nobody receives it, whatever was consented to before; a receiver that is the provider is no third party.
/// </summary>
public static class DisclosureRule
{
    /// <summary>The first restriction that a disclosure would break, quoted; null where it breaks none.</summary>
    public static Refusal? Refuse(Disclosure disclosure, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        ArgumentNullException.ThrowIfNull(lent);
        return lent.Data.Select(datum => Refuse(disclosure, datum, lent, now)).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Refuse(Disclosure disclosure, ReceivedDatum datum, LentInformation lent, DateTimeOffset now)
    {
        if (datum.Restriction is not { } restriction)
            return null;
        if (restriction.ExpiresAt is { } end && end <= now)
            return DisclosureErrors.Expired(datum);
        var consents = lent.Consents.Where(consent =>
            consent.SourceId == datum.SourceId && Same(consent.Recipient, disclosure.Recipient) && !(consent.ValidTo <= now)).ToArray();
        if (restriction.Purposes is { } purposes && !purposes.Contains(disclosure.Purpose)
            && !consents.Any(consent => consent.Purposes?.Contains(disclosure.Purpose) == true))
        {
            return DisclosureErrors.PurposeDiffers(datum, disclosure.Purpose);
        }

        if (!IsThirdParty(disclosure.Recipient, datum))
            return null;
        if (restriction.ThirdParties == ThirdPartyRule.Never
            || (restriction.ThirdParties == ThirdPartyRule.WithConsent
                && !consents.Any(consent => consent.Purposes?.Contains(disclosure.Purpose) != false)))
        {
            return DisclosureErrors.WithoutConsent(datum, disclosure.Recipient);
        }

        return restriction.InformBeforeDisclosure
            && !lent.Informed.Any(told => told.SourceId == datum.SourceId && Same(told.Recipient, disclosure.Recipient))
            ? DisclosureErrors.NotInformed(datum, disclosure.Recipient)
            : null;
    }

    private static bool IsThirdParty(DisclosureRecipient recipient, ReceivedDatum datum) => recipient.Kind switch
    {
        RecipientKind.OwnAuthority => false,
        RecipientKind.OtherState => recipient.Country != datum.Provider,
        RecipientKind.Organisation => true,
    };

    private static bool Same(DisclosureRecipient one, DisclosureRecipient other) => one.Kind == other.Kind && one.Country == other.Country
        && (one.Kind == RecipientKind.OtherState || one.Name == other.Name);
}
