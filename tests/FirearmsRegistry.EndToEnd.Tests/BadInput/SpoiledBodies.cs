using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.EndToEnd.Tests.BadInput;

/// <summary>The example bodies of the API's description, spoiled in their form or only in what they say.</summary>
internal sealed class SpoiledBodies(SeededRecords seeded, Random random)
{
    private static readonly string[] Texts =
    [
        "a", "2020", "1700", "2020-02", "2020-03-02", "1850-01-01", "2026-11-23", "none", "unknown", "known", "other", "imported", "destroyed",
        "returned", "deactivated", "retained_by_state", "lost", "stolen", "sale", "export", "import", "state_to_civilian", "loan", "return",
        "person", "organisation", "national_number", "manufacture", "erased", "frame", "firearm", "ammunition", "part", "surrendered", "found",
        "uniquely_marked", "never_marked", "positive", "negative", "urgent", "administrative", "auditor", "ESP", "FRA", "SUN", "ES26A0000001XX",
        "\u202Eabc\u0301\u0301", "رقم ١٢٣", "I/1 O/0", "<b>", "%", "\\", "'", "𝔸", "ﬀ", "?*[58]",
    ];

    public byte[] Make(RouteEndpoint endpoint, bool wellFormed)
    {
        var example = endpoint.Metadata.GetMetadata<OperationExample>()?.Body;
        var node = example is null ? new JsonObject() : JsonSerializer.SerializeToNode(example, example.GetType(), RegistryJson.Options)!;
        Fill(node);
        for (var i = wellFormed ? random.Next(3) : random.Next(1, 4); i > 0; i--)
            Spoil(node, wellFormed ? Plausible : _ => Wrong(), wellFormed);
        var text = node.ToJsonString(RegistryJson.Options);
        return (wellFormed ? 9 : random.Next(8)) switch
        {
            0 => Encoding.UTF8.GetBytes(text[..random.Next(text.Length)]),
            1 => [.. Encoding.UTF8.GetBytes(text), 0xFF, 0x00],
            2 => Encoding.UTF8.GetBytes(new string('[', 200) + text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    /// <summary>Real ids for those of the examples, and a serial and a mark that nobody has used yet.</summary>
    private void Fill(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var element in list.OfType<JsonNode>())
                Fill(element);
        }

        if (node is not JsonObject holder)
            return;
        foreach (var (name, value) in holder.ToList())
        {
            if (value is JsonObject or JsonArray)
                Fill(value);
            else if (value is JsonValue text && text.TryGetValue<Guid>(out _))
                holder[name] = IdFor(name);
            else if (name == "serial")
                holder[name] = $"S{random.Next(1_000_000).ToString(CultureInfo.InvariantCulture)}";
        }
    }

    private string IdFor(string member) => member switch
    {
        "seizedItemId" or "itemId" => seeded.Item,
        "firearmId" => seeded.Firearm,
        "stationId" => seeded.Station,
        "seriesId" => seeded.Series,
        _ => seeded.Party,
    };

    private void Spoil(JsonNode node, Func<JsonNode?, JsonNode?> value, bool keepForm)
    {
        if (node is not JsonObject { Count: > 0 } holder)
            return;
        var name = holder.ElementAt(random.Next(holder.Count)).Key;
        if (holder[name] is JsonObject inner && random.Next(3) > 0)
        {
            Spoil(inner, value, keepForm);
            return;
        }

        switch (keepForm ? 9 : random.Next(5))
        {
            case 0:
                holder.Remove(name);
                break;
            case 1:
                holder["surprise" + random.Next(9).ToString(CultureInfo.InvariantCulture)] = 1;
                break;
            default:
                holder[name] = value(holder[name]);
                break;
        }
    }

    /// <summary>Another value of the same form.</summary>
    private JsonNode? Plausible(JsonNode? now) => now switch
    {
        JsonObject known when known.ContainsKey("is") => new JsonObject { ["is"] = random.Next(2) == 0 ? "none" : "unknown" },
        JsonArray list when random.Next(2) == 0 => new JsonArray([.. list.Concat(list).Select(element => element?.DeepClone())]),
        JsonArray => new JsonArray(),
        JsonValue value when value.TryGetValue<Guid>(out _) => JsonValue.Create(Id()),
        JsonValue value when value.TryGetValue<bool>(out var flag) => JsonValue.Create(!flag),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(random.Next(6) switch
        {
            0 => 0,
            1 => -1,
            2 => int.MaxValue,
            3 => 1899,
            _ => random.Next(600),
        }),
        JsonObject inner => inner.DeepClone(),
        _ => JsonValue.Create(random.Next(12) == 0 ? new string('Ж', 200) : random.Next(12) == 0 ? Id() : Texts[random.Next(Texts.Length)]),
    };

    private string Id() => random.Next(4) switch
    {
        0 => seeded.Party,
        1 => seeded.Firearm,
        2 => seeded.Item,
        _ => Guid.CreateVersion7().ToString(),
    };

    private JsonNode? Wrong() => random.Next(14) switch
    {
        0 => null,
        1 => JsonValue.Create(-1),
        2 => JsonValue.Create(decimal.MaxValue),
        3 => JsonValue.Create(true),
        4 => JsonValue.Create("\0"),
        5 => JsonValue.Create(new string('A', 5000)),
        6 => JsonValue.Create("\u202Eabc\u0301\u0301"),
        7 => new JsonArray(1, "x", null),
        8 => new JsonObject { ["is"] = "known" },
        9 => JsonValue.Create("0000-00-00"),
        10 => JsonValue.Create("2020-13-45"),
        11 => JsonValue.Create(Guid.Empty.ToString()),
        12 => JsonValue.Create(1e300),
        _ => JsonValue.Create("Manufactured"),
    };
}
