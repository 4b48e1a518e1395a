using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.EndToEnd.Tests.Hosting;
using FirearmsRegistry.EndToEnd.Tests.TraceRequests;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Partners;
using FirearmsRegistry.Registry.Firearms;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.TraceRequests.CrossingBorders;
using static FirearmsRegistry.EndToEnd.Tests.TraceRequests.TraceScenario;

namespace FirearmsRegistry.EndToEnd.Tests.Exchange;

/// <summary>Partners, and requests to and from them, over HTTP.</summary>
internal static class BorderScenario
{
    /// <summary>The national point of contact of a State; each State has one.</summary>
    public static async Task<Guid> PartnerAsync(this RegistryHost host, string country)
    {
        var body = JsonSerializer.SerializeToNode(PartnerExamples.Register, RegistryJson.Options)!;
        body["country"] = country;
        return (await host.ClientAs(Role.Administrator).PostAsync("/api/v1/partners", body)).Expect(201).Id;
    }

    /// <summary>A domestic request for an arm that was exported to Portugal, searched.</summary>
    public static async Task<Guid> ExportedAsync(this RegistryHost host, string serial, string? seizedOn = null)
    {
        await host.RegisterAsync(serial, Known<Guid>.Unknown, Transfer(TransferKind.Export, Known<Guid>.Unknown, "PRT"));
        var request = await host.AskAsync(await host.SeizeAsync(serial, Known<Guid>.Unknown, seizedOn));
        await host.SearchAsync(request);
        return request;
    }

    public static async Task<ApiAnswer> DraftAsync(this RegistryHost host, Guid parent, Guid partner) =>
        (await host.ClientAs(Role.ContactPoint).PostAsync("/api/v1/outbound-trace-requests",
            new JsonObject { ["parentId"] = parent, ["partnerId"] = partner, ["priority"] = "routine" })).Expect(201);

    public static async Task<ApiAnswer> SubmittedAsync(this RegistryHost host, Guid parent, Guid partner)
    {
        var draft = await host.DraftAsync(parent, partner);
        return (await host.ActAsync(draft, "submissions", CrossBorderExamples.Submission)).Expect(200);
    }

    /// <summary>An act on the request that an answer shows, at the version that it shows.</summary>
    public static Task<ApiAnswer> ActAsync(this RegistryHost host, ApiAnswer seen, string act, object body) =>
        host.ClientAs(Role.ContactPoint).PostAsync($"{Requests}/{seen.Id}/{act}", body, seen.Version);

    public static async Task<ApiAnswer> ReadAsync(this RegistryHost host, Guid request) =>
        (await host.ClientAs(Role.ContactPoint).GetAsync($"{Requests}/{request}")).Expect(200);

    /// <summary>Another State's request about an arm with this serial.</summary>
    public static JsonNode Inbound(Guid partner, string serial, string reference)
    {
        var body = JsonSerializer.SerializeToNode(CrossBorderExamples.Inbound, RegistryJson.Options)!;
        body["partnerId"] = partner;
        body["partnerReference"] = reference;
        body["arm"]!["maker"] = new JsonObject { ["is"] = "unknown" };
        body["arm"]!["marks"]![0]!["text"] = $"SPAIN {serial}";
        body["arm"]!["marks"]![0]!["serial"] = serial;
        return body;
    }

    public static JsonObject Answer(string kind, string? finding = null, string? reason = null, string? explanation = null) => new()
    {
        ["answer"] = new JsonObject { ["kind"] = kind, ["finding"] = finding, ["reason"] = reason, ["explanation"] = explanation },
        ["source"] = "National point of contact, Lisbon",
        ["reference"] = "PT-2",
        ["answeredOn"] = "2026-03-04",
    };

    public static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
