using FirearmsRegistry.Registry.Exchange.Partners.Agreeing;
using FirearmsRegistry.Registry.Exchange.Partners.Deactivating;
using FirearmsRegistry.Registry.Exchange.Partners.Describing;
using FirearmsRegistry.Registry.Exchange.Partners.GettingDetails;
using FirearmsRegistry.Registry.Exchange.Partners.KeepingKeys;
using FirearmsRegistry.Registry.Exchange.Partners.Listing;
using FirearmsRegistry.Registry.Exchange.Partners.Measuring;
using FirearmsRegistry.Registry.Exchange.Partners.Registering;
using FirearmsRegistry.Registry.Exchange.Partners.SettingChannels;
using FirearmsRegistry.Registry.Exchange.Partners.SettingClocks;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Exchange.Partners;

/// <summary>The national points of contact of other States.</summary>
internal sealed class PartnersModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<PartnerRegistered>("partner_registered");
        store.Events.MapEventType<PartnerDescribed>("partner_described");
        store.Events.MapEventType<PartnerChannelsSet>("partner_channels_set");
        store.Events.MapEventType<PartnerKeyAdded>("partner_key_added");
        store.Events.MapEventType<PartnerKeyRevoked>("partner_key_revoked");
        store.Events.MapEventType<PartnerCalendarSet>("partner_calendar_set");
        store.Events.MapEventType<PartnerClockSet>("partner_clock_set");
        store.Events.MapEventType<PartnerHashAgreementSet>("partner_hash_agreement_set");
        store.Events.MapEventType<PartnerAutomaticAnswersSet>("partner_automatic_answers_set");
        store.Events.MapEventType<PartnerDeactivated>("partner_deactivated");
        store.Projections.Snapshot<Partner>(SnapshotLifecycle.Inline);
        store.Projections.Add(new PartnersProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddScoped<PartnerAnswer>()
        .AddScoped<RegisterPartnerHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterPartnerEndpoint.Map(routes);
        GetPartner.Map(routes);
        DescribePartner.Map(routes);
        SetChannels.Map(routes);
        KeyEndpoints.Map(routes);
        ClockEndpoints.Map(routes);
        AgreementEndpoints.Map(routes);
        DeactivatePartner.Map(routes);
        PartnerStatistics.Map(routes);
    }
}
