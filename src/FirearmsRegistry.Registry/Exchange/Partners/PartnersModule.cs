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
    }

    public static void Add(IServiceCollection services)
    {
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
    }
}
