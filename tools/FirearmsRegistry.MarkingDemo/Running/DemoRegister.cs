using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FirearmsRegistry.MarkingDemo.Hosting;

namespace FirearmsRegistry.MarkingDemo.Running;

/// <summary>The registrar and the administrator of the demo, over the REST API.</summary>
internal sealed class DemoRegister(DemoServer server, TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.Address };

    /// <summary>A station, with its key known and the operator assigned.</summary>
    public async Task<Guid> StationAsync(CancellationToken token) =>
        Id(await PostAsync("ADMINISTRATOR", "stations", """{"name": "Workshop 1", "place": "Central arms depot"}""", null, token));

    public async Task EnrolAsync(Guid station, string key, string person, CancellationToken token)
    {
        await PostAsync("ADMINISTRATOR", $"stations/{station}/keys", new JsonObject { ["publicKey"] = key }.ToJsonString(), 1, token);
        await PostAsync("ADMINISTRATOR", $"stations/{station}/assignments",
            new JsonObject { ["userId"] = person, ["from"] = time.GetUtcNow().AddMinutes(-5) }.ToJsonString(), 2, token);
    }

    /// <summary>Arms are registered, and a national number for each is ordered to be marked.</summary>
    public async Task<IReadOnlyList<Guid>> OrderAsync(Guid station, int count, CancellationToken token)
    {
        var year = time.GetUtcNow().Year;
        var series = Id(await PostAsync("REGISTRAR", "number-series",
            string.Create(CultureInfo.InvariantCulture, $$"""{"country": "ESP", "year": {{year}}, "class": "A"}"""), null, token));
        var jobs = new List<Guid>();
        for (var i = 1; i <= count; i++)
        {
            var firearm = Id(await PostAsync("REGISTRAR", "firearms", Firearm(string.Create(CultureInfo.InvariantCulture, $"DM-{i:00000}")), null, token));
            jobs.Add(Id(await PostAsync("REGISTRAR", "marking-jobs", Order(firearm, series, station), null, token)));
        }

        return jobs;
    }

    public Task<JsonNode> JobAsync(Guid job, CancellationToken token) => GetAsync("REGISTRAR", $"marking-jobs/{job}", token);

    /// <summary>The jobs of which nobody knows what is on the metal.</summary>
    public async Task<JsonArray> QuarantineAsync(CancellationToken token) =>
        (await GetAsync("REGISTRAR", "marking-jobs?state=unknown_mark_state", token))["items"]!.AsArray();

    public void Dispose() => _http.Dispose();

    private static Guid Id(JsonNode body) => body["id"]!.GetValue<Guid>();

    private async Task<JsonNode> GetAsync(string role, string path, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/v1/{path}");
        return await SendAsync(request, role, token);
    }

    private async Task<JsonNode> PostAsync(string role, string path, string body, long? version, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return await SendAsync(request, role, token);
    }

    private async Task<JsonNode> SendAsync(HttpRequestMessage request, string role, CancellationToken token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.Tokens[role]);
        using var response = await _http.SendAsync(request, token);
        var text = await response.Content.ReadAsStringAsync(token);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{request.RequestUri}: {text}");
    }

    private static string Firearm(string serial) => $$$"""
        {"origin": "state_stock", "description": {"type": "pistol", "maker": {"is": "known", "value": "Example Arms"},
          "manufactureCountry": {"is": "known", "value": "ESP"}, "model": {"is": "known", "value": "E9"},
          "calibre": {"is": "known", "value": "9 mm Luger"}, "yearOfManufacture": {"is": "known", "value": 2019},
          "condition": "industrially_manufactured", "antique": false},
         "holder": {"is": "unknown"}, "occurredOn": "2020-03-01",
         "mark": {"kind": "manufacture", "text": "EXAMPLE ARMS SPAIN {{{serial}}}", "component": "frame", "location": "left side", "exposed": true,
          "method": "stamping", "heightMm": {"is": "known", "value": 2}, "depthMm": {"is": "known", "value": 0.12}, "appliedHere": false,
          "on": "2020-03-01", "serial": "{{{serial}}}", "country": "ESP", "year": 2019, "maker": "EXAMPLE ARMS"}}
        """;

    private static string Order(Guid firearm, Guid series, Guid station) => $$$"""
        {"firearmId": "{{{firearm}}}", "seriesId": "{{{series}}}", "stationId": "{{{station}}}", "layout": "FRAME18", "payload": "bare_number",
         "mark": {"kind": "national_number", "component": "frame", "location": "left side, above the trigger", "exposed": true,
          "method": "dot_peen", "heightMm": {"is": "known", "value": 2}, "depthMm": {"is": "known", "value": 0.12}
         }}
        """;
}
