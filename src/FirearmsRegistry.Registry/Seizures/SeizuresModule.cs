using FirearmsRegistry.Registry.Seizures.KeepingFacts;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Seizures;

/// <summary>Seizures and their items: recording, correcting, identifying, counting every arm once.</summary>
internal sealed class SeizuresModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<SeizureRecorded>("seizure_recorded");
        events.MapEventType<SeizureCorrected>("seizure_corrected");
        events.MapEventType<SeizedItemRecorded>("seized_item_recorded");
        events.MapEventType<SeizedItemCircumstancesChanged>("seized_item_circumstances_changed");
        events.MapEventType<SeizedItemCorrected>("seized_item_corrected");
        events.MapEventType<SeizedItemLegalBasisChanged>("seized_item_legal_basis_changed");
        events.MapEventType<SeizedItemMarksRestored>("seized_item_marks_restored");
        events.MapEventType<SeizedItemIdentified>("seized_item_identified");
        events.MapEventType<SeizedItemLinkedAsDuplicate>("seized_item_linked_as_duplicate");
        events.MapEventType<SeizedItemUnlinkedAsDuplicate>("seized_item_unlinked_as_duplicate");
        events.MapEventType<SeizedItemOriginEstablished>("seized_item_origin_established");
        events.MapEventType<SeizedItemOutcomeDecided>("seized_item_outcome_decided");
        store.Projections.LiveStreamAggregation<Seizure>();
        store.Projections.LiveStreamAggregation<SeizedItem>();
        store.Projections.Add(new ItemFactsProjection(), ProjectionLifecycle.Inline);
        store.Projections.Add(new SeizureFactsProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
