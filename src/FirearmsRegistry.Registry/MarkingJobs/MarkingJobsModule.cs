using FirearmsRegistry.Registry.MarkingJobs.Batching;
using FirearmsRegistry.Registry.MarkingJobs.Cancelling;
using FirearmsRegistry.Registry.MarkingJobs.Claiming;
using FirearmsRegistry.Registry.MarkingJobs.Finishing;
using FirearmsRegistry.Registry.MarkingJobs.GettingDetails;
using FirearmsRegistry.Registry.MarkingJobs.Inspecting;
using FirearmsRegistry.Registry.MarkingJobs.Listing;
using FirearmsRegistry.Registry.MarkingJobs.ListingBatches;
using FirearmsRegistry.Registry.MarkingJobs.LoggingFrames;
using FirearmsRegistry.Registry.MarkingJobs.Ordering;
using FirearmsRegistry.Registry.MarkingJobs.ReadingBack;
using FirearmsRegistry.Registry.MarkingJobs.Starting;
using FirearmsRegistry.Registry.MarkingJobs.Sweeping;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using Hangfire;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Marking jobs: ordering, claiming, starting, finishing, reading back, inspecting, cancelling; batches of them.</summary>
internal sealed class MarkingJobsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<MarkingOrdered>("marking_ordered");
        events.MapEventType<MarkingNumberReserved>("marking_number_reserved");
        events.MapEventType<MarkingJobClaimed>("marking_job_claimed");
        events.MapEventType<MarkingStarted>("marking_started");
        events.MapEventType<MachineFramesRecorded>("machine_frames_recorded");
        events.MapEventType<MarkingFinished>("marking_finished");
        events.MapEventType<MarkingRefusedByMachine>("marking_refused_by_machine");
        events.MapEventType<MarkStateUnknown>("mark_state_unknown");
        events.MapEventType<MarkInspected>("mark_inspected");
        events.MapEventType<MarkReadBack>("mark_read_back");
        events.MapEventType<MarkingVerified>("marking_verified");
        events.MapEventType<MarkingRejected>("marking_rejected");
        events.MapEventType<MarkingCancelled>("marking_cancelled");
        events.MapEventType<MarkingBatchOrdered>("marking_batch_ordered");
        events.MapEventType<MarkingBatchPaused>("marking_batch_paused");
        events.MapEventType<MarkingBatchResumed>("marking_batch_resumed");
        store.Projections.LiveStreamAggregation<MarkingJob>();
        store.Projections.Snapshot<MarkingJobDetails>(SnapshotLifecycle.Inline);
        store.Projections.Snapshot<MarkingBatch>(SnapshotLifecycle.Inline);
        store.Projections.Add(new MarkingJobsProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(provider => MarkingSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<MarkingJobRows>()
        .AddSingleton<BatchRows>()
        .AddSingleton<MarkingOrders>()
        .AddSingleton<JobOffers>()
        .AddScoped<MarkingJobAnswer>()
        .AddScoped<MarkingBatchAnswer>()
        .AddScoped<OrderMarkingHandler>()
        .AddScoped<ClaimMarkingJobHandler>()
        .AddScoped<StartMarkingHandler>()
        .AddScoped<FinishMarkingHandler>()
        .AddScoped<ReadMarkBackHandler>()
        .AddScoped<InspectMarkHandler>()
        .AddScoped<CancelMarkingJobHandler>()
        .AddScoped<RecordMachineFramesHandler>()
        .AddRecurringJob<MarkingSweepJob>(
            MarkingSweepJob.Id, JobQueues.Default, Cron.Minutely(), job => job.RunAsync(CancellationToken.None));

    public static void Map(IEndpointRouteBuilder routes)
    {
        OrderMarkingEndpoint.Map(routes);
        ListMarkingJobs.Map(routes);
        GetMarkingJob.Map(routes);
        ClaimMarkingJobEndpoint.Map(routes);
        StartMarkingEndpoint.Map(routes);
        RecordMachineFramesEndpoint.Map(routes);
        FinishMarkingEndpoint.Map(routes);
        ReadMarkBackEndpoint.Map(routes);
        InspectMarkEndpoint.Map(routes);
        CancelMarkingJobEndpoint.Map(routes);
        OrderMarkingBatchEndpoint.Map(routes);
        ListMarkingBatches.Map(routes);
        GetMarkingBatch.Map(routes);
        PauseMarkingBatch.Map(routes);
    }
}
