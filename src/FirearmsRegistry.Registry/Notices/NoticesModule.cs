using FirearmsRegistry.Registry.Notices.Inbox;
using FirearmsRegistry.Registry.Notices.Telling;
using FirearmsRegistry.Registry.Notices.Watching;
using FirearmsRegistry.Registry.Notices.Webhooks;
using FirearmsRegistry.Registry.Notices.Webhooks.Delivering;
using FirearmsRegistry.Registry.Notices.Webhooks.Enabling;
using FirearmsRegistry.Registry.Notices.Webhooks.Ending;
using FirearmsRegistry.Registry.Notices.Webhooks.Registering;
using FirearmsRegistry.Registry.Notices.Webhooks.Showing;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using Hangfire;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Notices;

/// <summary>Notices: inboxes, watches, webhooks.</summary>
internal sealed class NoticesModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<FirearmWatchStarted>("firearm_watch_started");
        store.Events.MapEventType<FirearmWatchEnded>("firearm_watch_ended");
        store.Projections.Snapshot<FirearmWatch>(SnapshotLifecycle.Inline);
        store.Schema.For<FirearmWatch>().Duplicate(watch => watch.WatchedBy);
        store.Projections.Add(new FirearmWatchesProjection(), ProjectionLifecycle.Inline);
        store.Events.MapEventType<WebhookRegistered>("webhook_registered");
        store.Events.MapEventType<WebhookDisabled>("webhook_disabled");
        store.Events.MapEventType<WebhookEnabled>("webhook_enabled");
        store.Events.MapEventType<WebhookEnded>("webhook_ended");
        store.Projections.Snapshot<Webhook>(SnapshotLifecycle.Inline);
        store.Projections.Add(new WebhooksProjection(), ProjectionLifecycle.Inline);
        store.Listeners.Add(new FactListener(store.Events.TimeProvider));
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton<InboxRows>()
        .AddScoped<NoticeSubjects>()
        .AddScoped<NoticeAnswer>()
        .AddScoped<WatchAnswer>()
        .AddScoped<WatchFirearmHandler>()
        .AddScoped<EndWatchHandler>()
        .AddSingleton<WebhookSecrets>()
        .AddScoped<WebhookAnswer>()
        .AddSingleton<WebhookDeliveryRows>()
        .AddScoped<RegisterWebhookHandler>()
        .AddScoped<EndWebhookHandler>()
        .AddScoped<EnableWebhookHandler>()
        .AddTransient<WebhookDeliveryJob>()
        .AddRecurringJob<WebhookSweepJob>(WebhookSweepJob.Id, JobQueues.Default, Cron.Minutely(), job => job.RunAsync(CancellationToken.None));

    public static void Map(IEndpointRouteBuilder routes)
    {
        GetNotices.Map(routes);
        ReadNotice.Map(routes);
        WatchEndpoints.Map(routes);
        RegisterWebhookEndpoint.Map(routes);
        WebhookActs.Map(routes);
        GetWebhooks.Map(routes);
        ListWebhookDeliveries.Map(routes);
    }
}
