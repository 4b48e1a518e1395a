using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Codes;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Seizures.KeepingFacts;

/// <summary>Keeps <c>item_fact</c> in step with the events of seized items, in their transaction.</summary>
public sealed partial class ItemFactsProjection : EventProjection
{
    private static readonly FactTable Table = new("item_fact", "item_id",
    [
        new("seizure_id", "uuid"), new("year", "integer"), new("intake_on", "text"), new("intake", "text"), new("item_kind", "text"),
        new("quantity", "integer"), new("legal_basis", "text"), new("justification", "text"), new("location_kind", "text"),
        new("offences", "text[]"), new("arm_type", "text", ""), new("condition", "text", ""), new("marking", "text", ""),
        new("marks_restored", "boolean"), new("antique", "boolean"), new("duplicate_of", "uuid", Guid.Empty), new("line", "text", ""),
        new("established_elsewhere", "boolean"),
    ]);

    /// <summary>A rebuild starts from an empty table.</summary>
    public ItemFactsProjection()
    {
        Name = "item_facts";
        Options.DeleteDataInTableOnTeardown("registry.item_fact");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemRecorded> happened, IDocumentOperations operations)
    {
        var values = Of(happened.Data.Item);
        Add(values, happened.Data.Circumstances);
        values["seizure_id"] = happened.Data.SeizureId;
        values["marks_restored"] = false;
        values["duplicate_of"] = null;
        values["line"] = null;
        values["established_elsewhere"] = false;
        Table.Open(operations, happened, values);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemCorrected> happened, IDocumentOperations operations)
    {
        var values = Of(happened.Data.After);
        if (happened.Data.After.Kind != ItemKind.Firearm)
        {
            values["line"] = null;
            values["established_elsewhere"] = false;
        }

        Table.Change(operations, happened, values);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemCircumstancesChanged> happened, IDocumentOperations operations)
    {
        var values = new Dictionary<string, object?>();
        Add(values, happened.Data.After);
        Table.Change(operations, happened, values);
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemLegalBasisChanged> happened, IDocumentOperations operations) =>
        Table.Change(operations, happened, new Dictionary<string, object?>
        {
            ["legal_basis"] = Codes.Of(happened.Data.LegalBasis),
            ["justification"] = Codes.Of(happened.Data.LegalJustification),
        });

    /// <summary>Projects the event: marks once restored stay restored.</summary>
    public void Project(IEvent<SeizedItemMarksRestored> happened, IDocumentOperations operations)
    {
        if (happened.Data.NamesExactlyThisArm)
            Table.Change(operations, happened, new Dictionary<string, object?> { ["marks_restored"] = true });
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemLinkedAsDuplicate> happened, IDocumentOperations operations) =>
        Table.Change(operations, happened, new Dictionary<string, object?> { ["duplicate_of"] = happened.Data.OfItemId });

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemUnlinkedAsDuplicate> happened, IDocumentOperations operations) =>
        Table.Change(operations, happened, new Dictionary<string, object?> { ["duplicate_of"] = null });

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<SeizedItemOutcomeDecided> happened, IDocumentOperations operations) =>
        Table.Change(operations, happened, new Dictionary<string, object?>
        {
            ["line"] = happened.Data.Line.Code(),
            ["established_elsewhere"] = happened.Data.EstablishedElsewhere,
        });

    private static Dictionary<string, object?> Of(SeizedItemEntry item) => new()
    {
        ["intake"] = Codes.Of(item.Intake),
        ["item_kind"] = Codes.Of(item.Kind),
        ["quantity"] = item.Quantity,
        ["arm_type"] = item.Arm is { } arm ? Codes.Of(arm.Type) : null,
        ["condition"] = item.Arm is { } made ? Codes.Of(made.Condition) : null,
        ["marking"] = item.Arm is { } marked ? Codes.Of(marked.Marking) : null,
        ["antique"] = item.Arm is { Antique: true },
    };

    private static void Add(Dictionary<string, object?> values, ItemCircumstances circumstances)
    {
        values["year"] = circumstances.IntakeOn.Year;
        values["intake_on"] = circumstances.IntakeOn.ToString();
        values["legal_basis"] = Codes.Of(circumstances.LegalBasis);
        values["justification"] = Codes.Of(circumstances.LegalJustification);
        values["location_kind"] = Codes.Of(circumstances.LocationKind);
        values["offences"] = circumstances.SuspectedOffences.Select(Codes.Of).ToArray();
    }
}
