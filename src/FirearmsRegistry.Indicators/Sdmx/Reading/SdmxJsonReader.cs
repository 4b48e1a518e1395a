using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Reads SDMX-JSON 2.0 with observations by series.</summary>
internal static class SdmxJsonReader
{
    private const string Format = "SDMX-JSON 2.0";

    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        var parts = new MessageParts(structure);
        try
        {
            using var message = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            ReadData(message.RootElement.GetProperty("data"), parts);
        }
        catch (JsonException e)
        {
            parts.Add(FormattableString.Invariant($"line {e.LineNumber + 1}"), null, "The file is not well-formed JSON.");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException
            or ArgumentOutOfRangeException or OverflowException)
        {
            parts.Add("message", null, "A member that SDMX-JSON 2.0 needs is missing, of another kind, or points outside the lists of values.");
        }

        return parts.Reading(Format);
    }

    private static void ReadData(JsonElement data, MessageParts parts)
    {
        foreach (var dataSet in data.GetProperty("dataSets").EnumerateArray())
        {
            var described = data.GetProperty("structures")[dataSet.TryGetProperty("structure", out var index) ? index.GetInt32() : 0];
            parts.CompareDataflow("structure", Dataflow(described));
            var dimensions = described.GetProperty("dimensions");
            var attributes = described.GetProperty("attributes");
            var (key, time) = (Components(dimensions, "series"), Components(dimensions, "observation"));
            var measures = Components(described.GetProperty("measures"), "observation");
            foreach (var series in dataSet.GetProperty("series").EnumerateObject())
            {
                (string, string?)[] ofSeries =
                    [.. Placed(key, series.Name), .. Cells(Components(attributes, "series"), series.Value, "attributes")];
                foreach (var observation in series.Value.GetProperty("observations").EnumerateObject())
                {
                    var cells = Cells([.. measures, .. Components(attributes, "observation")], observation.Value);
                    parts.Add($"series {series.Name}, observation {observation.Name}", [.. ofSeries, .. Placed(time, observation.Name), .. cells]);
                }
            }
        }
    }

    private static string? Dataflow(JsonElement described)
    {
        const string Prefix = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=";
        return described.GetProperty("links").EnumerateArray()
            .Select(link => link.TryGetProperty("urn", out var urn) ? urn.GetString() : null)
            .FirstOrDefault(urn => urn?.StartsWith(Prefix, StringComparison.Ordinal) == true)?[Prefix.Length..];
    }

    private static JsonElement[] Components(JsonElement container, string level) =>
        container.TryGetProperty(level, out var components) ? [.. components.EnumerateArray()] : [];

    /// <summary>The values of a key such as <c>0:0:1</c>.</summary>
    private static IEnumerable<(string, string?)> Placed(JsonElement[] dimensions, string key)
    {
        var places = key.Split(':');
        if (places.Length != dimensions.Length)
            throw new FormatException("The key has another number of parts than there are dimensions.");
        return dimensions.Zip(places, (dimension, place) => (Id(dimension), Code(dimension, int.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture))));
    }

    private static IEnumerable<(string, string?)> Cells(JsonElement[] components, JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var cells) ? Cells(components, cells) : [];

    private static IEnumerable<(string, string?)> Cells(JsonElement[] components, JsonElement cells) =>
        components.Zip(cells.EnumerateArray(), (component, cell) => (Id(component), Cell(component, cell)));

    private static string? Cell(JsonElement component, JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when component.TryGetProperty("values", out _) => Code(component, cell.GetInt32()),
        JsonValueKind.Number => cell.GetRawText(),
        _ => cell.GetString(),
    };

    private static string? Code(JsonElement component, int place)
    {
        var value = component.GetProperty("values")[place];
        return value.TryGetProperty("id", out var id) ? id.GetString() : value.GetProperty("value").GetString();
    }

    private static string Id(JsonElement component) => component.GetProperty("id").GetString() ?? "";
}
