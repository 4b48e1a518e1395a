using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>
/// As much of JSON Schema 2020-12 as the schemas of documents use; a keyword that is not known here fails the test instead of being passed
/// over.
/// </summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "title", "description", "default"];

    /// <summary>The pointers of what does not fit; empty where everything does.</summary>
    public static IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, schema, value, "", faults);
        return faults;
    }

    private static void Check(JsonNode root, JsonNode schema, JsonNode? value, string at, List<string> faults)
    {
        if (schema is JsonValue boolean)
        {
            Expect(boolean.GetValue<bool>(), "false");
            return;
        }

        foreach (var (keyword, rule) in schema.AsObject())
        {
            switch (keyword)
            {
                case "$ref":
                    Check(root, Resolve(root, rule!.GetValue<string>()), value, at, faults);
                    break;
                case "type":
                    Expect(rule is JsonArray several ? several.Any(one => Is(one!.GetValue<string>(), value)) : Is(rule!.GetValue<string>(), value), keyword);
                    break;
                case "const":
                    Expect(JsonNode.DeepEquals(rule, value), keyword);
                    break;
                case "enum":
                    Expect(rule!.AsArray().Any(one => JsonNode.DeepEquals(one, value)), keyword);
                    break;
                case "oneOf":
                    Expect(rule!.AsArray().Count(one => Fits(root, one!, value)) == 1, keyword);
                    break;
                case "properties" when value is JsonObject members:
                    foreach (var (name, member) in rule!.AsObject().Where(one => members.ContainsKey(one.Key)))
                        Check(root, member!, members[name], $"{at}/{name}", faults);
                    break;
                case "required" when value is JsonObject members:
                    Expect(rule!.AsArray().All(name => members.ContainsKey(name!.GetValue<string>())), keyword);
                    break;
                case "additionalProperties" when value is JsonObject members:
                    Expect(rule!.GetValue<bool>() || members.All(member => schema["properties"]!.AsObject().ContainsKey(member.Key)), keyword);
                    break;
                case "items" when value is JsonArray items:
                    for (var index = 0; index < items.Count; index++)
                        Check(root, rule!, items[index], $"{at}/{index}", faults);
                    break;
                case "minLength" when Is("string", value):
                    Expect(value!.GetValue<string>().Length >= rule!.GetValue<int>(), keyword);
                    break;
                case "maxLength" when Is("string", value):
                    Expect(value!.GetValue<string>().Length <= rule!.GetValue<int>(), keyword);
                    break;
                case "pattern" when Is("string", value):
                    Expect(Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>()), keyword);
                    break;
                case "format" when Is("string", value):
                    Expect(HasFormat(rule!.GetValue<string>(), value!.GetValue<string>()), keyword);
                    break;
                case "properties" or "required" or "additionalProperties" or "items" or "minLength" or "maxLength" or "pattern" or "format":
                    break;
                default:
                    Assert.True(Annotations.Contains(keyword), $"The keyword {keyword} is not checked here.");
                    break;
            }
        }

        void Expect(bool holds, string keyword)
        {
            if (!holds)
                faults.Add($"{at}: {keyword}");
        }
    }

    private static bool Fits(JsonNode root, JsonNode schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(root, schema, value, "", faults);
        return faults.Count == 0;
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        _ => throw new InvalidOperationException($"The type {type} is not checked here."),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _) && text.Contains('T', StringComparison.Ordinal),
        _ => throw new InvalidOperationException($"The format {format} is not checked here."),
    };

    private static JsonNode Resolve(JsonNode root, string reference)
    {
        var here = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            here = here is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : here[part]!;
        return here;
    }
}
