using FirearmsRegistry.Registry.Seizures.ChangingLegalBasis;
using FirearmsRegistry.Registry.Seizures.Correcting;
using FirearmsRegistry.Registry.Seizures.CountingOnce;
using FirearmsRegistry.Registry.Seizures.EstablishingOrigin;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Seizures.GettingHistory;
using FirearmsRegistry.Registry.Seizures.Identifying;
using FirearmsRegistry.Registry.Seizures.KeepingFacts;
using FirearmsRegistry.Registry.Seizures.Listing;
using FirearmsRegistry.Registry.Seizures.Recording;
using FirearmsRegistry.Registry.Seizures.Restoring;
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
        store.Projections.Snapshot<SeizureDetails>(SnapshotLifecycle.Inline);
        store.Projections.Snapshot<SeizedItemDetails>(SnapshotLifecycle.Inline);
        store.Projections.Add(new ItemFactsProjection(), ProjectionLifecycle.Inline);
        store.Projections.Add(new ArmIdentityProjection(), ProjectionLifecycle.Inline);
        store.Projections.Add(new SeizureFactsProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddScoped<SeizureAnswer>()
        .AddScoped<SeizedItemAnswer>()
        .AddScoped<RecordSeizureHandler>()
        .AddScoped<RecordSeizedItemHandler>()
        .AddScoped<CorrectSeizureHandler>()
        .AddScoped<CorrectSeizedItemHandler>()
        .AddScoped<ChangeLegalBasisHandler>()
        .AddScoped<RestoreSeizedMarksHandler>()
        .AddScoped<IdentifySeizedItemHandler>()
        .AddScoped<DuplicateHandler>()
        .AddScoped<EstablishOriginHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RecordSeizureEndpoint.Map(routes);
        RecordSeizedItemEndpoint.Map(routes);
        CorrectionEndpoints.Map(routes);
        ItemChangeEndpoints.Map(routes);
        GetSeizure.Map(routes);
        GetSeizedItem.Map(routes);
        FindSeizedItem.Map(routes);
        GetSeizureHistory.Map(routes);
        ListSeizures.Map(routes);
        ListSeizedItems.Map(routes);
    }
}
