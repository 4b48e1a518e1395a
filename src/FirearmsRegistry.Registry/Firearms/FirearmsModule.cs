using FirearmsRegistry.Marks.Policies;
using FirearmsRegistry.Registry.Firearms.Correcting;
using FirearmsRegistry.Registry.Firearms.Disposing;
using FirearmsRegistry.Registry.Firearms.Finding;
using FirearmsRegistry.Registry.Firearms.FindingCandidates;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Firearms.GettingHistory;
using FirearmsRegistry.Registry.Firearms.ListingLookAlikes;
using FirearmsRegistry.Registry.Firearms.Losing;
using FirearmsRegistry.Registry.Firearms.Marking;
using FirearmsRegistry.Registry.Firearms.Recovering;
using FirearmsRegistry.Registry.Firearms.Registering;
using FirearmsRegistry.Registry.Firearms.Restoring;
using FirearmsRegistry.Registry.Firearms.SearchingByMark;
using FirearmsRegistry.Registry.Firearms.Transferring;
using FirearmsRegistry.Registry.Firearms.Verifying;
using FirearmsRegistry.Registry.Firearms.Voiding;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
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
        events.MapEventType<FirearmQuarantined>("firearm_quarantined");
        events.MapEventType<FirearmQuarantineEnded>("firearm_quarantine_ended");
        store.Projections.LiveStreamAggregation<Firearm>();
        store.Projections.Snapshot<FirearmDetails>(SnapshotLifecycle.Inline);
        store.Projections.Add(new FirearmMarksProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(CountryPolicy)
        .AddScoped<FirearmAnswer>()
        .AddScoped<RegisterFirearmHandler>()
        .AddScoped<ApplyMarkHandler>()
        .AddScoped<VerifyMarkHandler>()
        .AddScoped<FindMarkTamperedHandler>()
        .AddScoped<RestoreMarkHandler>()
        .AddScoped<VoidMarkHandler>()
        .AddScoped<TransferFirearmHandler>()
        .AddScoped<ReportFirearmLostHandler>()
        .AddScoped<RecoverFirearmHandler>()
        .AddScoped<AuthoriseDisposalHandler>()
        .AddScoped<CarryOutDisposalHandler>()
        .AddScoped<CorrectFirearmHandler>()
        .AddSingleton<FirearmSearch>()
        .AddSingleton<CandidateRegister>()
        .AddSingleton<CandidateRefresh>()
        .AddSingleton<CandidateFinder>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterFirearmEndpoint.Map(routes);
        ApplyMarkEndpoint.Map(routes);
        VerifyMarkEndpoint.Map(routes);
        FindMarkTamperedEndpoint.Map(routes);
        RestoreMarkEndpoint.Map(routes);
        VoidMarkEndpoint.Map(routes);
        TransferFirearmEndpoint.Map(routes);
        ReportFirearmLostEndpoint.Map(routes);
        RecoverFirearmEndpoint.Map(routes);
        AuthoriseDisposalEndpoint.Map(routes);
        CarryOutDisposalEndpoint.Map(routes);
        CorrectFirearmEndpoint.Map(routes);
        GetFirearmDetails.Map(routes);
        GetFirearmHistory.Map(routes);
        SearchFirearms.Map(routes);
        SearchCandidates.Map(routes);
        ListLookAlikes.Map(routes);
    }

    /// <summary>The mark policy of the country whose registry this is: the one named by <c>Registry:MarkPolicy</c>.</summary>
    private static MarkPolicy CountryPolicy(IServiceProvider services)
    {
        var chosen = services.GetRequiredService<IConfiguration>()["Registry:MarkPolicy"];
        return MarkPolicies.Of(chosen ?? MarkPolicies.Default, services.GetRequiredService<RegistryCountry>().Code).GetOrThrow();
    }
}
