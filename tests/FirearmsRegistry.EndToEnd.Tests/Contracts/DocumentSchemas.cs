using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Marks.MarksAsRead;
using FirearmsRegistry.Marks.Texts;
using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Exchange.Documents;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Texts;

namespace FirearmsRegistry.EndToEnd.Tests.Contracts;

/// <summary>JSON Schemas (2020-12) of the documents, from the records that read and write them.</summary>
internal static class DocumentSchemas
{
    private static readonly Dictionary<Type, Func<JsonObject>> Words = new()
    {
        [typeof(CountryCode)] = () => Text(3, 3, "^[A-Z]{3}$"),
        [typeof(PartialDate)] = () => Text(4, 10, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        [typeof(Note)] = () => Text(1, Note.Longest),
        [typeof(ShortText)] = () => Text(1, ShortText.Longest),
        [typeof(MarkText)] = () => Text(1, MarkText.MaxLength),
        [typeof(MarkReading)] = () => Text(1, MarkText.MaxLength),
        [typeof(PhotoHash)] = () => Text(64, 64, "^[0-9a-f]{64}$"),
        [typeof(Guid)] = () => Formatted("uuid"),
        [typeof(DateTimeOffset)] = () => Formatted("date-time"),
        [typeof(DateOnly)] = () => Formatted("date"),
    };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonNode Of(Type type, DocumentKind kind, string name)
    {
        var made = RegistryJson.Options.GetJsonSchemaAsNode(type, Exporting).AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:firearms-registry:exchange:{name}:v1",
        };
        foreach (var (key, value) in made.ToArray())
        {
            made.Remove(key);
            schema[key] = value;
        }

        schema["type"] = "object";
        var head = schema["properties"]!["head"]!["properties"]!;
        head["kind"] = new JsonObject { ["const"] = Codes.Of(kind) };
        head["version"] = new JsonObject { ["const"] = 1 };
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode made)
    {
        var inner = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        var nullable = inner is not null || context.PropertyInfo is { IsGetNullable: true };
        return Word(inner ?? context.TypeInfo.Type) is { } word ? nullable ? OrNull(word) : word : made;
    }

    private static JsonObject? Word(Type type) =>
        Words.TryGetValue(type, out var make) ? make()
        : type.IsEnum ? new JsonObject { ["enum"] = CodesOf(type) }
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Known<>) ? ThreeStates(type.GetGenericArguments()[0])
        : null;

    private static JsonObject ThreeStates(Type value) => new()
    {
        ["oneOf"] = new JsonArray(
            State("known", Word(value) ?? new JsonObject { ["type"] = "integer" }), State("none", null), State("unknown", null)),
    };

    private static JsonObject State(string state, JsonObject? value)
    {
        var properties = new JsonObject { ["is"] = new JsonObject { ["const"] = state } };
        if (value is not null)
            properties["value"] = value;
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = value is null ? new JsonArray("is") : new JsonArray("is", "value"),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject OrNull(JsonObject word) => new() { ["oneOf"] = new JsonArray(word, new JsonObject { ["type"] = "null" }) };

    private static JsonArray CodesOf(Type type)
    {
        var codes = (IReadOnlyList<string>)typeof(Codes).GetMethod(nameof(Codes.All), BindingFlags.Public | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, null)!;
        return new JsonArray([.. codes.Select(code => (JsonNode)code)]);
    }

    private static JsonObject Text(int least, int most, string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = least, ["maxLength"] = most };
        if (pattern is not null)
            schema["pattern"] = pattern;
        return schema;
    }

    private static JsonObject Formatted(string format) => new() { ["type"] = "string", ["format"] = format };
}
