using FirearmsRegistry.Registry.Figures.AssigningContested;
using FirearmsRegistry.Registry.Figures.Charting;
using FirearmsRegistry.Registry.Figures.Checking;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.DrillingDown;
using FirearmsRegistry.Registry.Figures.ImportingCounts;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Figures.Regions;
using FirearmsRegistry.Registry.Figures.Tabulating;
using FirearmsRegistry.Registry.Figures.TabulatingYears;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using Hangfire;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Figures;

/// <summary>Figures: SDG indicator 16.4.2 and the questionnaire's tables from the case records, and counts from elsewhere beside them.</summary>
internal sealed class FiguresModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<CountImported>("count_imported");
        store.Events.MapEventType<ImportedCountCorrected>("imported_count_corrected");
        store.Events.MapEventType<CountFileImported>("count_file_imported");
        store.Events.MapEventType<ContestedCountAssigned>("contested_count_assigned");
        store.Events.MapEventType<YearSourceChosen>("year_source_chosen");
        store.Projections.Snapshot<YearSource>(SnapshotLifecycle.Inline);
        store.Projections.Snapshot<ImportedCount>(SnapshotLifecycle.Inline);
        store.Projections.Snapshot<CountFile>(SnapshotLifecycle.Inline);
        store.Schema.For<ImportedCount>().Duplicate(count => count.Year);
        store.Schema.For<Figure>().Identity(figure => figure.Id);
        store.Schema.For<FigureComputation>();
    }

    public static void Add(IServiceCollection services)
    {
        services.ConfigureMarten((provider, store) => store.Listeners.Add(new TouchedYearListener(provider)));
        AddServices(services);
    }

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton<TouchedYearOrders>()
        .AddScoped<ComputationAnswer>()
        .AddScoped<ImportedCountAnswer>()
        .AddScoped<YearChecks>()
        .AddScoped<YearTablesReader>()
        .AddScoped<HandedOut>()
        .AddSingleton(provider => FigureSettings.From(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<RequestComputationHandler>()
        .AddScoped<CountFileAnswer>()
        .AddScoped<ImportCountFileHandler>()
        .AddScoped<AssignContestedCountHandler>()
        .AddScoped<YearSourceAnswer>()
        .AddScoped<ChooseYearSourceHandler>()
        .AddScoped<ImportCountHandler>()
        .AddScoped<CorrectImportedCountHandler>()
        .AddRecurringJob<FigureJob>(FigureJob.NightlyId, JobQueues.Bulk, Cron.Daily(3), job => job.ComputeAllAsync(CancellationToken.None))
        .AddRecurringJob<FigureJob>(
            FigureJob.TouchedId, JobQueues.Bulk, Cron.Minutely(), job => job.ComputeTouchedAsync(CancellationToken.None))
        .AddRecurringJob<FigureJob>(FigureJob.SweepId, JobQueues.Default, Cron.Minutely(), job => job.SweepAsync(CancellationToken.None));

    public static void Map(IEndpointRouteBuilder routes)
    {
        GetIndicator.Map(routes);
        GetYearFigures.Map(routes);
        GetChart.Map(routes);
        GetTables.Map(routes);
        GetYearTables.Map(routes);
        ListCellItems.Map(routes);
        ListCellRequests.Map(routes);
        GetChecks.Map(routes);
        ListFigures.Map(routes);
        RequestComputationEndpoint.Map(routes);
        GetComputation.Map(routes);
        ImportedCountEndpoints.Map(routes);
        GetImportedCounts.Map(routes);
        CountFileEndpoints.Map(routes);
        AssignContestedCountEndpoint.Map(routes);
        GetContestedCounts.Map(routes);
        YearSourceEndpoints.Map(routes);
        GetRegion.Map(routes);
    }
}
