using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.EndToEnd.Tests.Firearms;

/// <summary>Requests about firearms, as a client writes them.</summary>
internal static class FirearmRequests
{
    public static JsonObject Known(Guid id) => new() { ["is"] = "known", ["value"] = id.ToString() };

    public static JsonObject Unknown() => new() { ["is"] = "unknown" };

    public static JsonNode Register(string serial)
    {
        var request = JsonSerializer.SerializeToNode(FirearmExamples.Register, RegistryJson.Options)!;
        request["mark"]!["serial"] = serial;
        request["mark"]!["text"] = $"EXAMPLE ARMS SPAIN {serial}";
        return request;
    }

    public static async Task<ApiAnswer> RegisteredAsync(this RegistryClient client, string serial) =>
        (await client.PostAsync("/api/v1/firearms", Register(serial))).Expect(201);

    /// <summary>Registers an arm and records that its mark was read back: it may be transferred.</summary>
    public static async Task<ApiAnswer> RegisteredAndVerifiedAsync(this RegistryClient client, string serial)
    {
        var firearm = await client.RegisteredAsync(serial);
        var mark = firearm.Body!["marks"]![0]!;
        return (await client.PostAsync($"{firearm.Location}/marks/{mark["markId"]}/verifications",
            new JsonObject { ["readText"] = mark["mark"]!["text"]!.DeepClone(), ["verifiedOn"] = "2020-03-02" }, firearm.Version)).Expect(200);
    }

    public static JsonObject Sale(JsonObject from, JsonObject to) => new()
    {
        ["kind"] = "sale",
        ["from"] = from,
        ["to"] = to,
        ["legalBasis"] = "Licence 1",
        ["occurredOn"] = "2021-01-01",
    };
}
