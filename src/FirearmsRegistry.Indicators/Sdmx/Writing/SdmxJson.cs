using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Writing;

/// <summary>SDMX-JSON 2.0. Coded values are told by their place in a list of values, free texts as they are.</summary>
internal static class SdmxJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void Write(Stream output, SdmxStructure structure, IReadOnlyList<SdmxObservation> observations, SdmxEnvelope envelope)
    {
        var columns = new Columns(structure, observations);
        var message = new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["schema"] = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json",
                ["id"] = envelope.Id,
                ["test"] = envelope.Test,
                ["prepared"] = envelope.Prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["contentLanguages"] = new JsonArray("en"),
                ["sender"] = new JsonObject { ["id"] = envelope.Sender },
            },
            ["data"] = new JsonObject
            {
                ["structures"] = new JsonArray(Structure(structure, columns)),
                ["dataSets"] = new JsonArray(DataSet(structure, observations, columns)),
            },
        };
        using var writer = new Utf8JsonWriter(output, Options);
        message.WriteTo(writer);
        writer.Flush();
        output.WriteByte((byte)'\n');
    }

    private static JsonObject Structure(SdmxStructure structure, Columns columns) => new()
    {
        ["name"] = structure.Dataflow.Name,
        ["dataSets"] = new JsonArray(0),
        ["links"] = new JsonArray(Link("dataflow", structure.DataflowUrn), Link("datastructure", structure.DataStructureUrn)),
        ["dimensions"] = new JsonObject
        {
            ["series"] = columns.Described(structure.Dimensions.Index().Select(each => (each.Item, ("keyPosition", (JsonNode)each.Index)))),
            ["observation"] = columns.Described([(structure.TimeDimension, ("keyPosition", (JsonNode)structure.Dimensions.Count))]),
        },
        ["measures"] = new JsonObject
        {
            ["observation"] = new JsonArray(new JsonObject { ["id"] = structure.Measure.Id, ["name"] = structure.Measure.Name }),
        },
        ["attributes"] = new JsonObject
        {
            ["series"] = columns.Described(columns.OfSeries.Select(each => (each, ("relationship", (JsonNode)SeriesRelationship(structure))))),
            ["observation"] = columns.Described(columns.OfObservation.Select(each => (each, ("relationship", (JsonNode)new JsonObject { ["observation"] = new JsonObject() })))),
        },
    };

    private static JsonObject SeriesRelationship(SdmxStructure structure) => new JsonObject
    {
        ["dimensions"] = new JsonArray([.. structure.Dimensions.Select(dimension => (JsonNode)dimension.Id)]),
    };

    private static JsonObject Link(string relation, string urn) => new() { ["rel"] = relation, ["urn"] = urn };

    private static JsonObject DataSet(SdmxStructure structure, IReadOnlyList<SdmxObservation> observations, Columns columns)
    {
        var series = new JsonObject();
        foreach (var group in SdmxWriter.Series(structure, observations))
        {
            var first = group.First();
            var values = new JsonObject();
            foreach (var observation in group)
            {
                values[columns.Place(structure.TimeDimension, observation)] = new JsonArray(
                    [Number(observation[structure.Measure.Id]), .. columns.OfObservation.Select(each => columns.Cell(each, observation))]);
            }

            series[string.Join(':', structure.Dimensions.Select(each => columns.Place(each, first)))] = new JsonObject
            {
                ["attributes"] = new JsonArray([.. columns.OfSeries.Select(each => columns.Cell(each, first))]),
                ["observations"] = values,
            };
        }

        return new JsonObject
        {
            ["structure"] = 0,
            ["action"] = "Replace",
            ["links"] = new JsonArray(Link("dataflow", structure.DataflowUrn)),
            ["series"] = series,
        };
    }

    // The digits stay as they are written in the other formats: 50.00 is not turned into 50.
    private static JsonValue? Number(string? value) =>
        value is null ? null : JsonValue.Create(decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));

    /// <summary>The components that a message shows, and the values of each in the order of their first use.</summary>
    private sealed class Columns
    {
        private readonly SdmxStructure _structure;
        private readonly Dictionary<string, List<string>> _values;

        public Columns(SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
        {
            var attributes = SdmxWriter.Attributes(structure, observations);
            _structure = structure;
            OfSeries = [.. attributes.Where(attribute => attribute.Level is SdmxLevel.Series)];
            OfObservation = [.. attributes.Where(attribute => attribute.Level is SdmxLevel.Observation)];
            _values = structure.Dimensions.Append(structure.TimeDimension).Concat(attributes.Where(attribute => attribute.CodeList is not null))
                .ToDictionary(each => each.Id, each => observations.Select(observation => observation[each.Id]).OfType<string>().Distinct().ToList());
        }

        public IReadOnlyList<SdmxComponent> OfSeries { get; }

        public IReadOnlyList<SdmxComponent> OfObservation { get; }

        public string Place(SdmxComponent dimension, SdmxObservation observation) =>
            _values[dimension.Id].IndexOf(observation[dimension.Id] ?? "").ToString(CultureInfo.InvariantCulture);

        public JsonNode? Cell(SdmxComponent attribute, SdmxObservation observation) => observation[attribute.Id] switch
        {
            null => null,
            { } value when attribute.CodeList is null => value,
            { } value => _values[attribute.Id].IndexOf(value),
        };

        public JsonArray Described(IEnumerable<(SdmxComponent Component, (string Name, JsonNode Value) Own)> components) =>
            new([.. components.Select(each => Described(each.Component, each.Own.Name, each.Own.Value))]);

        private JsonObject Described(SdmxComponent component, string own, JsonNode value)
        {
            var described = new JsonObject { ["id"] = component.Id, ["name"] = component.Name, [own] = value };
            if (component.Mandatory)
                described["isMandatory"] = true;
            if (_values.GetValueOrDefault(component.Id) is { Count: > 0 } values)
            {
                described["values"] = new JsonArray(
                    [.. values.Select(code => (JsonNode)new JsonObject { ["id"] = code, ["name"] = _structure.NameOf(component, code) })]);
            }

            return described;
        }
    }
}
