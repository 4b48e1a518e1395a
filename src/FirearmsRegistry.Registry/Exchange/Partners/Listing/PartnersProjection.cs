using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace FirearmsRegistry.Registry.Exchange.Partners.Listing;

/// <summary>Keeps <c>partner</c> in step with the events, in their transaction.</summary>
public sealed partial class PartnersProjection : EventProjection
{
    /// <summary>The constraint by which of two partners recorded at once for one State only one is.</summary>
    internal const string OneActivePerCountry = "partner_one_active_per_country";

    /// <summary>A rebuild starts from an empty table.</summary>
    public PartnersProjection()
    {
        Name = "partners";
        Options.DeleteDataInTableOnTeardown("registry.partner");
    }

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<PartnerRegistered> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "insert into registry.partner (partner_id, country) values (?, ?)", happened.StreamId, happened.Data.Country.Alpha3);

    /// <summary>Projects the event.</summary>
    public void Project(IEvent<PartnerDeactivated> happened, IDocumentOperations operations) => operations.QueueSqlCommand(
        "update registry.partner set active = false where partner_id = ?", happened.StreamId);
}
