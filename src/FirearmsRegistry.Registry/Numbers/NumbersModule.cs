using FirearmsRegistry.Registry.Numbers.ExplainingGaps;
using FirearmsRegistry.Registry.Numbers.GettingDetails;
using FirearmsRegistry.Registry.Numbers.Issuing;
using FirearmsRegistry.Registry.Numbers.Listing;
using FirearmsRegistry.Registry.Numbers.Opening;
using FirearmsRegistry.Registry.Numbers.Voiding;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Numbers;

/// <summary>National numbers: opening series, issuing, voiding, explaining gaps.</summary>
internal sealed class NumbersModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<NumberSeriesOpened>("number_series_opened");
        store.Events.MapEventType<NumbersIssued>("numbers_issued");
        store.Events.MapEventType<NumberVoided>("number_voided");
        store.Projections.Snapshot<NumberSeries>(SnapshotLifecycle.Inline);
        store.Projections.Add(new IssuedNumbersProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddSingleton<IssuedNumbers>()
        .AddSingleton<NumberLookUps>()
        .AddScoped<NumberSeriesAnswer>()
        .AddScoped<NumberIssueAnswer>()
        .AddScoped<IssuedNumberAnswer>()
        .AddScoped<OpenNumberSeriesHandler>()
        .AddScoped<IssueNumbersHandler>()
        .AddScoped<VoidNumberHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        OpenNumberSeriesEndpoint.Map(routes);
        ListNumberSeries.Map(routes);
        GetNumberSeries.Map(routes);
        IssueNumbersEndpoint.Map(routes);
        ListNumbers.Map(routes);
        GetNumber.Map(routes);
        GetNumberIssue.Map(routes);
        VoidNumberEndpoint.Map(routes);
        ExplainGaps.Map(routes);
    }
}
