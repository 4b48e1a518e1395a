using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.BulkTracing;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.Establishing;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.GettingHistory;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Registry.TraceRequests.Requesting;
using FirearmsRegistry.Registry.TraceRequests.Searching;
using FirearmsRegistry.Registry.TraceRequests.Sweeping;
using FirearmsRegistry.Registry.TraceRequests.Withdrawing;
using Hangfire;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FirearmsRegistry.Registry.TraceRequests;

/// <summary>Trace requests: asking, searching, answering, establishing, withdrawing.</summary>
internal sealed class TraceRequestsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<TraceRequested>("trace_requested");
        events.MapEventType<TraceAcknowledged>("trace_acknowledged");
        events.MapEventType<TraceWithdrawn>("trace_withdrawn");
        events.MapEventType<TraceSearched>("trace_searched");
        events.MapEventType<TraceIdentificationConfirmed>("trace_identification_confirmed");
        events.MapEventType<TraceChainBuilt>("trace_chain_built");
        events.MapEventType<OnwardRequestRecorded>("onward_request_recorded");
        events.MapEventType<ForeignAnswerRecorded>("foreign_answer_recorded");
        events.MapEventType<OnwardAnswerOverdue>("onward_answer_overdue");
        events.MapEventType<EstablishmentRecorded>("establishment_recorded");
        events.MapEventType<TraceOutcomeDecided>("trace_outcome_decided");
        events.MapEventType<TraceClosed>("trace_closed");
        store.Projections.LiveStreamAggregation<TraceRequest>();
        store.Projections.Snapshot<TraceRequestDetails>(SnapshotLifecycle.Inline);
        store.Projections.Add(new TraceRequestsProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(provider => TraceSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<TraceRequestAnswer>()
        .AddScoped<RequestTraceHandler>()
        .AddScoped<RecordForeignAnswerHandler>()
        .AddScoped<RecordEstablishmentHandler>()
        .AddScoped(services => new ConfirmIdentificationHandler(
            services.GetRequiredService<RegistryWriter>(), services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<TraceSettings>()))
        .AddScoped<WithdrawTraceHandler>()
        .AddScoped<OrderBulkTraceHandler>()
        .AddSingleton<TraceSearch>()
        .AddTransient<TraceSearchJob>()
        .AddTransient<BulkTraceJob>()
        .AddRecurringJob<TraceSweepJob>(TraceSweepJob.Id, JobQueues.Default, Cron.Minutely(), job => job.RunAsync(CancellationToken.None));

    public static void Map(IEndpointRouteBuilder routes)
    {
        RequestTraceEndpoint.Map(routes);
        ListTraceRequests.Map(routes);
        GetTraceRequest.Map(routes);
        GetTraceChain.Map(routes);
        GetTraceHistory.Map(routes);
        RecordForeignAnswerEndpoint.Map(routes);
        RecordEstablishmentEndpoint.Map(routes);
        ConfirmIdentificationEndpoint.Map(routes);
        WithdrawTraceEndpoint.Map(routes);
    }
}
