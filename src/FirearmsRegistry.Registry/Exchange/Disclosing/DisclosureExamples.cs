using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>Example bodies for the API's description; compiled, so that they cannot rot.</summary>
internal static class DisclosureExamples
{
    private static readonly Guid Source = Guid.Parse("019342f0-0000-7000-8000-000000000001");

    private static readonly DisclosureRecipient Recipient = new(
        RecipientKind.OtherState, Short("National point of contact, Paris"), CountryCode.Parse("FRA").GetOrThrow());

    public static DisclosureEndpoints.DisclosureBody Disclosure { get; } = new(
        new DisclosureRecipient(RecipientKind.OwnAuthority, Short("Court of first instance, Cádiz"), null), DisclosurePurpose.CourtProceedings,
        [DataCategory.Chain, DataCategory.Outcome], DisclosureForm.Report, Short("CASE-2020-117"));

    public static DisclosureEndpoints.ConsentBody Consent { get; } = new(Source, Recipient, Short("Letter PT-2020-0900"),
        [DisclosurePurpose.Tracing], new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static DisclosureEndpoints.InformedBody Informed { get; } = new(Source, Recipient, Short("Letter 2020/512"));

    private static ShortText Short(string text) => ShortText.Parse(text).GetOrThrow();
}
