using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Firearms;

/// <summary>Firearms: registering, marking, transferring, losing, disposing, correcting, searching.</summary>
internal sealed class FirearmsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<FirearmRegistered>("firearm_registered");
        events.MapEventType<MarkApplied>("mark_applied");
        events.MapEventType<MarkRecorded>("mark_recorded");
        events.MapEventType<MarkVerified>("mark_verified");
        events.MapEventType<MarkFoundTampered>("mark_found_tampered");
        events.MapEventType<MarkRestored>("mark_restored");
        events.MapEventType<MarkVoided>("mark_voided");
        events.MapEventType<FirearmTransferred>("firearm_transferred");
        events.MapEventType<FirearmReportedLost>("firearm_reported_lost");
        events.MapEventType<FirearmRecovered>("firearm_recovered");
        events.MapEventType<DisposalAuthorised>("disposal_authorised");
        events.MapEventType<DisposalCarriedOut>("disposal_carried_out");
        events.MapEventType<FirearmCorrected>("firearm_corrected");
        events.MapEventType<RegistrationCorrected>("registration_corrected");
        events.MapEventType<TransferCorrected>("transfer_corrected");
        events.MapEventType<NationalNumberNeeded>("national_number_needed");
        store.Projections.LiveStreamAggregation<Firearm>();
        store.Projections.Snapshot<FirearmDetails>(SnapshotLifecycle.Inline);
        store.Projections.Add(new FirearmMarksProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddScoped<FirearmAnswer>()
        .AddScoped<RegisterFirearmHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterFirearmEndpoint.Map(routes);
        GetFirearmDetails.Map(routes);
    }
}
