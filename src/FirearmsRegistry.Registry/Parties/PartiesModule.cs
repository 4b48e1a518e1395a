using FirearmsRegistry.Registry.Parties.Authorising;
using FirearmsRegistry.Registry.Parties.Correcting;
using FirearmsRegistry.Registry.Parties.Erasing;
using FirearmsRegistry.Registry.Parties.GettingDetails;
using FirearmsRegistry.Registry.Parties.GettingHistory;
using FirearmsRegistry.Registry.Parties.Registering;
using FirearmsRegistry.Registry.Parties.Sealing;
using FirearmsRegistry.Registry.Parties.SearchingByName;
using FirearmsRegistry.Registry.Parties.TellingNames;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Parties;

/// <summary>Parties: registering, correcting, searching by name, authorising, lawful erasure.</summary>
internal sealed class PartiesModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<PartyRegistered>("party_registered");
        events.MapEventType<PartyCorrected>("party_corrected");
        events.MapEventType<PersonalDataErased>("personal_data_erased");
        events.MapEventType<AuthorisationRecorded>("authorisation_recorded");
        events.MapEventType<AuthorisationRevoked>("authorisation_revoked");
        store.Projections.LiveStreamAggregation<Party>();
    }

    public static void Add(IServiceCollection services)
    {
        services
            .AddSingleton<PersonKeys>()
            .AddScoped<PartyAnswer>()
            .AddScoped<RegisterPartyHandler>()
            .AddScoped<CorrectPartyHandler>()
            .AddScoped<ErasePersonalDataHandler>()
            .AddScoped<RecordAuthorisationHandler>()
            .AddScoped<RevokeAuthorisationHandler>();
        // Not in Configure: opening personal data needs the keys, which are a service.
        services.ConfigureMarten((provider, store) => store.Projections.Add(
            new PartyProjection(provider.GetRequiredService<PersonKeys>()), ProjectionLifecycle.Inline, PartyProjection.Name,
            PartyProjection.Options));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterPartyEndpoint.Map(routes);
        CorrectPartyEndpoint.Map(routes);
        ErasePersonalDataEndpoint.Map(routes);
        AuthorisationEndpoints.Map(routes);
        GetPartyDetails.Map(routes);
        GetPartyHistory.Map(routes);
        SearchPartiesByName.Map(routes);
        TellPartyNames.Map(routes);
    }
}
