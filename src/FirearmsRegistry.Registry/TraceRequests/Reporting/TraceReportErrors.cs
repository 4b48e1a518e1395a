using FirearmsRegistry.Registry.Exchange.Disclosing;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting;

/// <summary>The refusals of reports.</summary>
internal static class TraceReportErrors
{
    public const string What = "trace report";

    public const string WithoutItemName = "trace-without-item";

    public const string WithoutAddresseeName = "trace-report-without-addressee";

    public static Refusal WithoutAddressee { get; } = new(WithoutAddresseeName, RefusalKind.RuleBroken,
        "The report tells what other States lent on terms: it must be told whom it is for, and for what.")
    {
        Errors = [new InputError("/addressee", null, "Must be given.", "International Tracing Instrument para. 15")],
    };

    public static Refusal WrongRecipient(DisclosureRecipient recipient) => Refusal.Input(new InputError("/addressee/recipient/country",
        recipient.Country?.Alpha3, "Must be given for another State's authority, and only for that."));

    public static Refusal WithoutItem { get; } = new(WithoutItemName, RefusalKind.RuleBroken,
        "Only the trace of an arm that came in here is reported.", "Another State is told what its request led to by the answer to it.");
}
