using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Exchange.Disclosing.Listing;

/// <summary>Keeps <c>disclosure</c> in step with the events, in their transaction.</summary>
public sealed partial class DisclosuresProjection : EventProjection
{
    private const string Insert =
        """
        insert into registry.disclosure (disclosure_id, trace_request_id, disclosed_at, subject, recipient_kind, recipient_name, recipient_country,
            purpose, categories, form, reference, sources)
        values (?, ?, ?, nullif(?, ''), ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''), ?)
        """;

    /// <summary>A rebuild starts from an empty table.</summary>
    public DisclosuresProjection()
    {
        Name = "disclosures";
        Options.DeleteDataInTableOnTeardown("registry.disclosure");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<TraceDataDisclosed> happened, IDocumentOperations operations)
    {
        var (disclosure, recipient) = (happened.Data.Disclosure, happened.Data.Disclosure.Recipient);
        operations.QueueSqlCommand(Insert, happened.Data.DisclosureId, happened.StreamId, happened.Timestamp.ToUniversalTime(),
            happened.UserName ?? "", Codes.Of(recipient.Kind), recipient.Name.ToString(), recipient.Country?.Alpha3 ?? "",
            Codes.Of(disclosure.Purpose), disclosure.Categories.Select(Codes.Of).ToArray(), Codes.Of(disclosure.Form),
            disclosure.Reference?.ToString() ?? "", happened.Data.Sources.ToArray());
    }
}
