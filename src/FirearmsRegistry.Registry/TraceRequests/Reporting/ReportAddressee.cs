using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>Whom a report is for; named wherever it tells what another State lent on terms.</summary>
/// <param name="Recipient">Who receives it.</param>
/// <param name="Use">For what.</param>
public sealed record ReportAddressee(DisclosureRecipient Recipient, DisclosurePurpose Use);

/// <summary>
/// Whether a report may be issued, shown and printed: each time it tells somebody what other States lent to the trace (International Tracing
/// Instrument paras 14, 15; Firearms Protocol Art. 12).
/// </summary>
public static class ReportDisclosure
{
    /// <summary>
    /// The first restriction that it would break; null where it breaks none. Without an addressee, as in a preview, nobody but the registry's
    /// own people sees it, and only the time until which something was lent counts.
    /// </summary>
    /// <param name="addressee">Whom it is for.</param>
    /// <param name="lent">What it tells that was lent, with what its providers agreed to and were told by now.</param>
    /// <param name="now">When.</param>
    public static Refusal? Refuse(ReportAddressee? addressee, LentInformation lent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(lent);
        if (addressee is not null)
            return DisclosureRule.Refuse(Of(addressee, null), lent, now);
        return lent.Data.FirstOrDefault(datum => datum.Restriction?.ExpiresAt <= now) is { } expired ? DisclosureErrors.Expired(expired) : null;
    }

    /// <summary>The disclosure that a report to somebody is.</summary>
    /// <param name="addressee">Whom it is for.</param>
    /// <param name="reference">The report.</param>
    public static Disclosure Of(ReportAddressee addressee, ShortText? reference)
    {
        ArgumentNullException.ThrowIfNull(addressee);
        return new Disclosure(addressee.Recipient, addressee.Use,
            [DataCategory.Arm, DataCategory.Circumstances, DataCategory.Chain, DataCategory.Holder, DataCategory.Outcome], DisclosureForm.Report, reference);
    }
}
