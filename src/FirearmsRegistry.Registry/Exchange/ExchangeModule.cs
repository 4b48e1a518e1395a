using FirearmsRegistry.Registry.Exchange.AskingByHash;
using FirearmsRegistry.Registry.Exchange.Delivering;
using FirearmsRegistry.Registry.Exchange.Forms;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Exchange.Receiving;
using FirearmsRegistry.Registry.Exchange.Refusing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Jobs;
using FirearmsRegistry.Registry.Shared.Modules;
using Hangfire;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Exchange;

/// <summary>Documents between this registry and those of other States: keys, receiving, delivering. The partners are a module of their own.</summary>
internal sealed class ExchangeModule : IRegistryModule
{
    /// <summary>The addresses that answer without a token.</summary>
    private static readonly PathString[] Open =
        ["/api/v1/exchange/documents", "/api/v1/exchange/keys", "/api/v1/exchange/mark-questions"];

    public static void Configure(StoreOptions store)
    {
        store.Events.MapEventType<ExchangeKeyMade>("exchange_key_made");
        store.Events.MapEventType<ExchangeKeyReplaced>("exchange_key_replaced");
        store.Events.MapEventType<ExchangeKeyWithdrawn>("exchange_key_withdrawn");
        store.Events.MapEventType<DocumentHandedOver>("exchange_document_handed_over");
        store.Events.MapEventType<PairSecretSet>("pair_secret_set");
        store.Projections.Snapshot<ExchangeKey>(SnapshotLifecycle.Inline);
        store.Projections.LiveStreamAggregation<HandedOverDocument>();
        store.Projections.Add(new OutboxProjection(), ProjectionLifecycle.Inline);
        store.Projections.Add(new HandOverProjection(), ProjectionLifecycle.Inline);
    }

    public static void Add(IServiceCollection services)
    {
        services.ConfigureMarten((provider, store) => store.Listeners.Add(new OutboxListener(provider)));
        AddServices(services);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        MakeExchangeKeyEndpoint.Map(routes);
        WithdrawExchangeKeyEndpoint.Map(routes);
        PublishExchangeKeys.Map(routes);
        ReceiveDocumentEndpoints.Map(routes);
        ListExchangeRefusals.Map(routes);
        ListExchangeCounts.Map(routes);
        ShowOutbox.Map(routes);
        HandOverEndpoint.Map(routes);
        GetTraceForm.Map(routes);
        SetPairSecretEndpoint.Map(routes);
        AnswerMarkQuestionEndpoint.Map(routes);
        AskPartnerEndpoint.Map(routes);
    }

    /// <summary>Whether an address answers without a token, and so is limited by who connects.</summary>
    public static bool IsOpen(PathString path) => Open.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));

    private static void AddServices(IServiceCollection services) => services
        .AddSingleton(provider => ExchangeSettings.From(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<RegistryCountry>()))
        .AddSingleton<ExchangeKeyRing>()
        .AddScoped<ExchangeKeyAnswer>()
        .AddScoped<MakeExchangeKeyHandler>()
        .AddSingleton<ExchangeDoorLog>()
        .AddSingleton<SignedTexts>()
        .AddSingleton<ReceiptCheck>()
        .AddScoped<ReceivedDocuments>()
        .AddScoped<DocumentIntake>()
        .AddSingleton<Outbox>()
        .AddScoped<OutboxAnswer>()
        .AddScoped<OutboxContents>()
        .AddScoped<DeliveryRule>()
        .AddScoped<DocumentComposer>()
        .AddScoped<FormSources>()
        .AddSingleton<PairSecrets>()
        .AddSingleton<MarkHashIndex>()
        .AddScoped<PairSecretAnswer>()
        .AddScoped<AnswerMarkQuestionHandler>()
        .AddScoped<AskPartnerHandler>()
        .AddTransient<DeliverDocumentJob>()
        .AddRecurringJob<RefreshMarkHashesJob>(
            RefreshMarkHashesJob.Id, JobQueues.Bulk, Cron.Hourly(), job => job.RunAsync(CancellationToken.None))
        .AddRecurringJob<ExchangeSweepJob>(
            ExchangeSweepJob.Id, JobQueues.Default, Cron.Minutely(), job => job.RunAsync(CancellationToken.None));
}
