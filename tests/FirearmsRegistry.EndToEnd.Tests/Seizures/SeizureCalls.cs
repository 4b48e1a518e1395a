using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Seizures;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.Seizures;

/// <summary>Requests of the area, as a caller writes them.</summary>
internal static class SeizureCalls
{
    public static JsonNode Seizure(string occurredOn = "2020-05-14")
    {
        var request = Json(SeizureExamples.Record);
        request["circumstances"]!["occurredOn"] = occurredOn;
        return request;
    }

    public static JsonNode Item(string serial, string marking = "uniquely_marked")
    {
        var request = Json(SeizureExamples.RecordItem);
        var item = request["item"]!;
        item["arm"]!["marking"] = marking;
        if (marking == "uniquely_marked")
            item["marks"]![0]!["serial"] = serial;
        else
            item["marks"] = new JsonArray();
        return request;
    }

    /// <summary>An item on which this serial was read, as lists show it.</summary>
    public static JsonNode Read(string serial)
    {
        var request = Item(serial);
        request["item"]!["marks"]![0]!["text"] = $"SPAIN {serial}";
        return request;
    }

    public static JsonNode Json<T>(T value) => JsonSerializer.SerializeToNode(value, RegistryJson.Options)!;

    public static async Task<Guid> SeizureAsync(this RegistryClient client, string occurredOn = "2020-05-14") =>
        (await client.PostAsync("/api/v1/seizures", Seizure(occurredOn))).Expect(201).Id;

    public static async Task<ApiAnswer> ItemAsync(this RegistryClient client, Guid seizure, JsonNode request) =>
        (await client.PostAsync($"/api/v1/seizures/{seizure}/items", request)).Expect(201);

    /// <summary>An act on an item, at its present version.</summary>
    public static async Task<ApiAnswer> ActAsync(this RegistryClient client, ApiAnswer item, string act, object body)
    {
        var path = item.Location ?? $"/api/v1/seizures/{item.Body!["seizureId"]}/items/{item.Id}";
        var seen = (await client.GetAsync(path)).Expect(200);
        return await client.PostAsync($"{path}/{act}", body, seen.Version);
    }
}
