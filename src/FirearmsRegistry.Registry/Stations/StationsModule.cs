using FirearmsRegistry.Registry.Shared.Modules;
using FirearmsRegistry.Registry.Stations.Enrolling;
using FirearmsRegistry.Registry.Stations.GettingDetails;
using FirearmsRegistry.Registry.Stations.LendingNumbers;
using FirearmsRegistry.Registry.Stations.MergingLogs;
using FirearmsRegistry.Registry.Stations.ReadingConflicts;
using FirearmsRegistry.Registry.Stations.Registering;
using FirearmsRegistry.Registry.Stations.ResolvingConflicts;
using FirearmsRegistry.Registry.Stations.WaitingForJobs;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Stations;

/// <summary>Marking stations: registering, waiting for jobs, borrowing numbers.</summary>
internal sealed class StationsModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<StationRegistered>("station_registered");
        store.Events.MapEventType<NumberBlockLent>("number_block_lent");
        store.Events.MapEventType<NumberBlockReturned>("number_block_returned");
        store.Events.MapEventType<StationKeyEnrolled>("station_key_enrolled");
        store.Events.MapEventType<OperatorAssigned>("operator_assigned");
        store.Events.MapEventType<OperatorKeyEnrolled>("operator_key_enrolled");
        store.Events.MapEventType<OperatorAssignmentEnded>("operator_assignment_ended");
        store.Events.MapEventType<StationKeyRevoked>("station_key_revoked");
        store.Events.MapEventType<StationLogEntryMerged>("station_log_entry_merged");
        store.Events.MapEventType<LogConflictResolved>("station_log_conflict_resolved");
        store.Projections.Snapshot<StationLog>(SnapshotLifecycle.Inline);
        store.Projections.Add(new StationLogProjection(), ProjectionLifecycle.Inline);
        store.Projections.Snapshot<Station>(SnapshotLifecycle.Inline);
        store.Projections.Add(new LentNumbersProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton<LentNumbers>()
        .AddScoped<StationAnswer>()
        .AddScoped<NumberBlockAnswer>()
        .AddScoped<LendNumberBlockHandler>()
        .AddScoped<ReturnNumberBlockHandler>()
        .AddSingleton<StationLogRows>()
        .AddSingleton<LogMerger>()
        .AddScoped<LoggedActs>()
        .AddScoped<LogConflictRecorder>()
        .AddScoped<MergeAnswer>()
        .AddScoped<LogConflictAnswer>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        RegisterStation.Map(routes);
        GetStation.Map(routes);
        WaitForJobs.Map(routes);
        LendNumberBlockEndpoint.Map(routes);
        ReturnNumberBlockEndpoint.Map(routes);
        EnrolKeys.Map(routes);
        AssignOperator.Map(routes);
        RevokeKey.Map(routes);
        EndAssignment.Map(routes);
        MergeLog.Map(routes);
        GetStationLog.Map(routes);
        ListOpenLogConflicts.Map(routes);
        GetLogConflict.Map(routes);
        ResolveLogConflict.Map(routes);
    }
}
