using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Shared.Printing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.TraceRequests.Answering;
using FirearmsRegistry.Registry.TraceRequests.BulkTracing;
using FirearmsRegistry.Registry.TraceRequests.Chaining;
using FirearmsRegistry.Registry.TraceRequests.Confirming;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using FirearmsRegistry.Registry.TraceRequests.Establishing;
using FirearmsRegistry.Registry.TraceRequests.FindingCandidates;
using FirearmsRegistry.Registry.TraceRequests.FindingNetworks;
using FirearmsRegistry.Registry.TraceRequests.GettingDetails;
using FirearmsRegistry.Registry.TraceRequests.GettingHistory;
using FirearmsRegistry.Registry.TraceRequests.Listing;
using FirearmsRegistry.Registry.TraceRequests.Naming;
using FirearmsRegistry.Registry.TraceRequests.Relating;
using FirearmsRegistry.Registry.TraceRequests.Reporting;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Issuing;
using FirearmsRegistry.Registry.TraceRequests.Reporting.Showing;
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
        CrossBorderSetUp.MapEvents(events);
        events.MapEventType<TraceReportIssued>("trace_report_issued");
        events.MapEventType<TraceReportSuperseded>("trace_report_superseded");
        store.Projections.LiveStreamAggregation<TraceRequest>();
        store.Projections.Snapshot<TraceRequestDetails>(SnapshotLifecycle.Inline);
        store.Projections.Add(new TraceRequestsProjection(), ProjectionLifecycle.Inline);
        store.Projections.Add(new FirearmPassagesProjection(), ProjectionLifecycle.Inline);
        store.Projections.Snapshot<TraceReport>(SnapshotLifecycle.Inline);
        store.Schema.For<TraceReport>().Duplicate(report => report.TraceRequestId);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton(provider => TraceSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<TraceRequestAnswer>()
        .AddScoped<RequestNames>()
        .AddScoped<RequestTraceHandler>()
        .AddScoped(services => new RecordForeignAnswerHandler(
            services.GetRequiredService<RegistryWriter>(), services.GetRequiredService<RegistryCountry>(), services.GetRequiredService<TraceSettings>()))
        .AddScoped<RecordEstablishmentHandler>()
        .AddScoped(services => new ConfirmIdentificationHandler(
            services.GetRequiredService<RegistryWriter>(), services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<TraceSettings>()))
        .AddScoped<WithdrawTraceHandler>()
        .AddScoped<OrderBulkTraceHandler>()
        .AddSingleton<TraceSearch>()
        .AddCrossBorder()
        .AddTransient<TraceSearchJob>()
        .AddTransient<BulkTraceJob>()
        .AddScoped<TraceReportAnswer>()
        .AddScoped<ReportReader>()
        .AddScoped<ReportShower>()
        .AddScoped<IssueTraceReportHandler>()
        .AddSingleton(provider => PrintingSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<PdfPrinter>()
        .AddSingleton(provider => DiversionSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddRecurringJob<DiversionNetworkJob>(DiversionNetworkJob.Id, JobQueues.Bulk, Cron.Daily(2), job => job.RunAsync(CancellationToken.None))
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
        CrossBorderSetUp.Map(routes);
        GetRelatedArms.Map(routes);
        GetTraceCandidates.Map(routes);
        IssueTraceReportEndpoint.Map(routes);
        ShowTraceReports.Map(routes);
        ListDiversionNetworks.Map(routes);
    }
}
