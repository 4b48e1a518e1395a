using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Seizures.KeepingFacts;

/// <summary>Keeps <c>seizure_fact</c> in step with the events of seizures, in their transaction.</summary>
public sealed partial class SeizureFactsProjection : EventProjection
{
    private static readonly FactTable Table = new("seizure_fact", "seizure_id",
    [
        new("year", "integer"), new("occurred_on", "text"), new("place", "text"), new("location_kind", "text"), new("authority", "text"),
        new("legal_basis", "text"), new("justification", "text"), new("case_reference", "text"),
    ]);

    /// <summary>A rebuild starts from an empty table.</summary>
    public SeizureFactsProjection()
    {
        Name = "seizure_facts";
        Options.DeleteDataInTableOnTeardown("registry.seizure_fact");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizureRecorded> happened, IDocumentOperations operations) =>
        Table.Open(operations, happened, Of(happened.Data.Circumstances));

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizureCorrected> happened, IDocumentOperations operations) =>
        Table.Change(operations, happened, Of(happened.Data.After));

    private static Dictionary<string, object?> Of(SeizureCircumstances seizure) => new()
    {
        ["year"] = seizure.OccurredOn.Year,
        ["occurred_on"] = seizure.OccurredOn.ToString(),
        ["place"] = seizure.Place.ToString(),
        ["location_kind"] = Codes.Of(seizure.LocationKind),
        ["authority"] = seizure.Authority.ToString(),
        ["legal_basis"] = Codes.Of(seizure.LegalBasis),
        ["justification"] = Codes.Of(seizure.LegalJustification),
        ["case_reference"] = seizure.CaseReference.ToString(),
    };
}
