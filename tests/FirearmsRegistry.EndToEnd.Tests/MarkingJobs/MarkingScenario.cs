using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Firearms;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.Numbers;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.MarkingJobs.Sweeping;
using FirearmsRegistry.Registry.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.EndToEnd.Tests.MarkingJobs;

/// <summary>Orders marks and does them over HTTP, as any vendor's program could.</summary>
internal sealed class MarkingScenario(RegistryHost host)
{
    public const string Jobs = "/api/v1/marking-jobs";

    public RegistryClient Registrar { get; } = host.ClientAs(Role.Registrar);

    public RegistryClient Operator { get; } = host.ClientAs(Role.MarkingOperator);

    public string Today => host.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Photo { get; } = new('c', 64);

    public async Task<Guid> StationAsync(string name = "Workshop") => (await host.ClientAs(Role.Administrator).PostAsync(
        "/api/v1/stations", new JsonObject { ["name"] = name, ["place"] = "Depot" })).Expect(201).Id;

    public async Task<Guid> FirearmAsync(string serial) => (await Registrar.RegisteredAsync(serial)).Id;

    public async Task<string> SeriesAsync(string letter) => await new NumberScenario(host).OpenAsync(letter);

    public static JsonNode Order(Guid firearm, string series, Guid? station = null)
    {
        var order = JsonSerializer.SerializeToNode(MarkingJobExamples.Order, RegistryJson.Options)!;
        order["firearmId"] = firearm;
        order["seriesId"] = series[(series.LastIndexOf('/') + 1)..];
        order["stationId"] = station;
        return order;
    }

    public static JsonNode Batch(IEnumerable<Guid> firearms, string series)
    {
        var batch = JsonSerializer.SerializeToNode(MarkingJobExamples.Batch, RegistryJson.Options)!;
        batch["firearmIds"] = new JsonArray([.. firearms.Select(firearm => JsonValue.Create(firearm))]);
        batch["seriesId"] = series[(series.LastIndexOf('/') + 1)..];
        return batch;
    }

    /// <summary>A job for a new firearm.</summary>
    public async Task<ApiAnswer> OrderedAsync(string serial, string series, Guid? station = null) =>
        (await Registrar.PostAsync(Jobs, Order(await FirearmAsync(serial), series, station))).Expect(201);

    public Task<ApiAnswer> ClaimAsync(ApiAnswer job, Guid station) => ActAsync(job, "claims", new JsonObject { ["stationId"] = station });

    public Task<ApiAnswer> StartAsync(ApiAnswer job, Guid station) =>
        ActAsync(job, "starts", new JsonObject { ["stationId"] = station, ["startedOn"] = Today });

    public Task<ApiAnswer> FinishAsync(ApiAnswer job, Guid station, string outcome = "marked") => ActAsync(job, "finishes",
        new JsonObject { ["stationId"] = station, ["outcome"] = outcome, ["explanation"] = outcome == "marked" ? null : "The line fell silent." });

    public Task<ApiAnswer> ReadAsync(ApiAnswer job, Guid station, string? text = null, string? payload = null) => ActAsync(job, "readings", new JsonObject
    {
        ["stationId"] = station,
        ["keyedText"] = text ?? TextOf(job),
        ["payload"] = payload ?? job.Body!["payload"]!.GetValue<string>(),
        ["readOn"] = Today,
        ["picture"] = Photo,
    });

    public Task<ApiAnswer> InspectAsync(ApiAnswer job, string outcome) => ActAsync(job, "inspections", new JsonObject
    {
        ["outcome"] = outcome,
        ["photo"] = Photo,
        ["inspectedOn"] = Today,
        ["findings"] = "Seen under the lamp.",
    });

    public Task<ApiAnswer> ActAsync(ApiAnswer job, string act, JsonObject body, string? key = null) =>
        Operator.PostAsync($"{Jobs}/{job.Id}/{act}", body, job.Version, key);

    /// <summary>Claims and starts.</summary>
    public async Task<ApiAnswer> StartedAsync(ApiAnswer job, Guid station) =>
        (await StartAsync((await ClaimAsync(job, station)).Expect(200), station)).Expect(200);

    public Task<ApiAnswer> GetAsync(Guid job) => Operator.GetAsync($"{Jobs}/{job}");

    public async Task<JsonNode> ArmAsync(ApiAnswer job) =>
        (await Registrar.GetAsync($"/api/v1/firearms/{job.Body!["firearmId"]}")).Expect(200).Body!;

    public async Task<JsonNode> NumberAsync(ApiAnswer job, string series) =>
        (await Registrar.GetAsync($"{series}/numbers/{job.Body!["number"]}", RegistryClient.Reason)).Expect(200).Body!;

    public async Task SweepAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MarkingSweepJob>().RunAsync(TestContext.Current.CancellationToken);
    }

    public static string StateOf(ApiAnswer job) => job.Body!["state"]!.GetValue<string>();

    public static string TextOf(ApiAnswer job) => job.Body!["mark"]!["text"]!.GetValue<string>();
}
