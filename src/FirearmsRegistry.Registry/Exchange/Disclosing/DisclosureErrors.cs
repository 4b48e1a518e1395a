using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Exchange.Disclosing;

/// <summary>The refusals of disclosures, each with the restriction that would be broken.</summary>
internal static class DisclosureErrors
{
    public const string ExpiredName = "disclosure-after-expiry";

    public const string PurposeDiffersName = "disclosure-purpose-differs";

    public const string WithoutConsentName = "disclosure-without-consent";

    public const string NotInformedName = "disclosure-provider-not-informed";

    public const string UnknownSourceName = "unknown-disclosure-source";

    public static string[] Names { get; } = [ExpiredName, PurposeDiffersName, WithoutConsentName, NotInformedName];

    public static Refusal DocumentExpired { get; } = new(ExpiredName, RefusalKind.Conflict,
        "What the document tells was lent until a time that has passed: nobody receives it any more.");

    public static Refusal Expired(ReceivedDatum datum) => Broken(ExpiredName,
        "The information was lent until a time that has passed: nobody receives it any more.", datum);

    public static Refusal PurposeDiffers(ReceivedDatum datum, DisclosurePurpose purpose) => Broken(PurposeDiffersName,
        "The information was lent for other purposes.", datum, $"The purpose {Codes.Of(purpose)} is not among those that the provider allowed.");

    public static Refusal WithoutConsent(ReceivedDatum datum, DisclosureRecipient recipient) => Broken(WithoutConsentName,
        "The provider has not agreed that third parties receive its information.", datum,
        $"{recipient.Name} is a third party: have the consent of {datum.Provider} recorded first, where it can be had, or name sources without this one.");

    public static Refusal NotInformed(ReceivedDatum datum, DisclosureRecipient recipient) => Broken(NotInformedName,
        "The provider must be told before others receive its information.", datum,
        $"Tell {datum.Provider} that {recipient.Name} is to have it, and record that first.");

    public static Refusal UnknownSource(string pointer, Guid source) => new(UnknownSourceName, RefusalKind.RuleBroken,
        "No information of another State came with this source.")
    {
        Errors = [new InputError(pointer, source.ToString(), "Must be an answer, or an inbound request, of this tree.")],
    };

    private static Refusal Broken(string name, string title, ReceivedDatum datum, string? detail = null) => new(name, RefusalKind.Conflict, title, detail)
    {
        Extensions = new Dictionary<string, object?>
        {
            ["source"] = datum.SourceId,
            ["provider"] = datum.Provider,
            ["restriction"] = datum.Restriction,
        },
    };
}
