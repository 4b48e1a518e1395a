using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Benchmarks.Hosting;
using FirearmsRegistry.Registry.MarkingJobs;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Benchmarks.Marking;

/// <summary>Stations and orders over the REST API, and the calls of one job without a station's program.</summary>
internal sealed class MarkingOrders(HttpClient registrar, HttpClient administrator, HttpClient marking)
{
    private int _firearms;

    public async Task<Guid> StationAsync(CancellationToken token) =>
        (await PostAsync(administrator, "stations", new JsonObject { ["name"] = "Workshop", ["place"] = "Depot" }, null, token))["id"]!.GetValue<Guid>();

    /// <summary>Makes the keys of a station and its operator known.</summary>
    public async Task EnrolAsync(Guid station, string stationKey, string person, string operatorKey, CancellationToken token)
    {
        await PostAsync(administrator, $"stations/{station}/keys", new JsonObject { ["publicKey"] = stationKey }, 1, token);
        var period = new JsonObject { ["userId"] = person, ["from"] = TimeProvider.System.GetUtcNow().AddHours(-1) };
        await PostAsync(administrator, $"stations/{station}/assignments", period, 2, token);
        await PostAsync(marking, $"stations/{station}/operator-keys", new JsonObject { ["publicKey"] = operatorKey }, 3, token);
    }

    /// <summary>New arms with an order each.</summary>
    public async Task<IReadOnlyList<Guid>> OrderAsync(Guid station, string letter, int count, CancellationToken token)
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        var series = (await PostAsync(registrar, "number-series", new JsonObject { ["country"] = "ESP", ["year"] = year, ["class"] = letter }, null, token))["id"]!;
        var jobs = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var arm = JsonNode.Parse(SampleArms.Body(++_firearms))!;
            var firearm = (await PostAsync(registrar, "firearms", arm, null, token))["id"]!;
            var order = System.Text.Json.JsonSerializer.SerializeToNode(MarkingJobExamples.Order, RegistryJson.Options)!;
            (order["firearmId"], order["seriesId"], order["stationId"]) = (firearm.DeepClone(), series.DeepClone(), station);
            jobs.Add((await PostAsync(registrar, "marking-jobs", order, null, token))["id"]!.GetValue<Guid>());
        }

        return jobs;
    }

    public async Task<JsonNode> GetAsync(Guid job, CancellationToken token) =>
        (await registrar.GetFromJsonAsync<JsonNode>(new Uri($"api/v1/marking-jobs/{job}", UriKind.Relative), token))!;

    /// <summary>The four calls of a job, with nothing marked and nothing read.</summary>
    public async Task MarkAsync(Guid id, Guid station, CancellationToken token)
    {
        var day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var job = await GetAsync(id, token);
        job = await ActAsync(job, "claims", new JsonObject { ["stationId"] = station }, token);
        job = await ActAsync(job, "starts", new JsonObject { ["stationId"] = station, ["startedOn"] = day }, token);
        job = await ActAsync(job, "finishes", new JsonObject { ["stationId"] = station, ["outcome"] = "marked" }, token);
        await ActAsync(job, "readings", new JsonObject
        {
            ["stationId"] = station,
            ["keyedText"] = job["mark"]!["text"]!.DeepClone(),
            ["payload"] = job["payload"]!.DeepClone(),
            ["readOn"] = day,
        }, token);
    }

    private Task<JsonNode> ActAsync(JsonNode job, string act, JsonNode body, CancellationToken token) =>
        PostAsync(marking, $"marking-jobs/{job["id"]}/{act}", body, job["version"]!.GetValue<long>(), token);

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, JsonNode body, long? version, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        using var response = await client.SendAsync(request, token);
        var text = await response.Content.ReadAsStringAsync(token);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path}: {text}");
    }
}
