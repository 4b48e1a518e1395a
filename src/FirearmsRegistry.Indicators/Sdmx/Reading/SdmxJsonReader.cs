using System.Globalization;
using System.Text.Json;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Reads SDMX-JSON 2.0 with observations by series.</summary>
internal sealed class SdmxJsonReader
{
    private const string Format = "SDMX-JSON 2.0";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private readonly SdmxStructure _structure;
    private readonly MessageParts _parts;
    private readonly JsonPlaces _places;

    private SdmxJsonReader(SdmxStructure structure, MessageParts parts, JsonPlaces places) =>
        (_structure, _parts, _places) = (structure, parts, places);

    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        var parts = new MessageParts(structure);
        try
        {
            using var message = JsonDocument.Parse(text, Options);
            var reader = new SdmxJsonReader(structure, parts, JsonPlaces.Of(text));
            reader.Reading("meta", () => reader.ReadMeta(message.RootElement.GetProperty("meta")));
            reader.Reading("data", () => reader.ReadData(message.RootElement.GetProperty("data")));
        }
        catch (JsonException e)
        {
            parts.Malformed(FormattableString.Invariant($"line {(e.LineNumber ?? 0) + 1}, position {(e.BytePositionInLine ?? 0) + 1}"),
                $"The file is not well-formed JSON: {e.Message}");
        }

        return parts.Reading(Format);
    }

    /// <summary>What a stranger's file lacks, or has of another kind, is a finding at the place that is read.</summary>
    private void Reading(string place, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException
            or ArgumentOutOfRangeException or OverflowException)
        {
            _parts.Malformed(place, "A member that SDMX-JSON 2.0 needs is missing, of another kind, or points outside the lists of values.");
        }
    }

    private void ReadMeta(JsonElement meta)
    {
        foreach (var name in (string[])["id", "prepared", "test", "sender"])
        {
            if (!meta.TryGetProperty(name, out var said))
                _parts.Malformed("meta", $"{name} is missing.");
            else if (said.ValueKind is not (JsonValueKind.String or JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
                _parts.Malformed("meta", $"{name} is of another kind.");
        }
    }

    private void ReadData(JsonElement data)
    {
        foreach (var (at, dataSet) in data.GetProperty("dataSets").EnumerateArray().Index())
        {
            var place = FormattableString.Invariant($"data set {at}");
            Reading(place, () => ReadDataSet(data, dataSet, place));
        }
    }

    private void ReadDataSet(JsonElement data, JsonElement dataSet, string place)
    {
        var described = data.GetProperty("structures")[dataSet.TryGetProperty("structure", out var index) ? index.GetInt32() : 0];
        _parts.CompareDataflow("structure", Dataflow(described));
        if (dataSet.TryGetProperty("action", out var action))
            _parts.CompareAction(place, null, action.GetString(), "Information", "Append", "Replace");
        var (dimensions, attributes) = (described.GetProperty("dimensions"), described.GetProperty("attributes"));
        var key = Components(dimensions, "series", _structure.Dimensions, "the dimensions of a series");
        var time = Components(dimensions, "observation", [_structure.TimeDimension], "the dimensions of an observation");
        var ofSeries = Components(attributes, "series", Attributes(SdmxLevel.Series), "the attributes of a series");
        JsonElement[] cells =
        [
            .. Components(described.GetProperty("measures"), "observation", [_structure.Measure], "the measures"),
            .. Components(attributes, "observation", Attributes(SdmxLevel.Observation), "the attributes of an observation"),
        ];
        foreach (var (container, level) in new[] { (dimensions, "dataSet"), (attributes, "dataSet"), (attributes, "dimensionGroup") })
        {
            if (container.TryGetProperty(level, out var elsewhere) && elsewhere.GetArrayLength() > 0)
                _parts.Malformed("structure", $"Components are attached to {level}; they are read at series and observations alone.");
        }

        foreach (var series in dataSet.GetProperty("series").EnumerateObject())
            Reading($"series {series.Name}", () => ReadSeries(series, key, time, ofSeries, cells));
    }

    private void ReadSeries(JsonProperty series, JsonElement[] key, JsonElement[] time, JsonElement[] attributes, JsonElement[] cells)
    {
        (string, string?)[] ofSeries = [.. Placed(key, series.Name),
            .. series.Value.TryGetProperty("attributes", out var given) ? Cells(attributes, given, $"series {series.Name}") : []];
        foreach (var observation in series.Value.GetProperty("observations").EnumerateObject())
        {
            var place = _places.Of(series.Name, observation.Name);
            Reading(place, () => _parts.Add(place, [.. ofSeries, .. Placed(time, observation.Name), .. Cells(cells, observation.Value, place)]));
        }
    }

    private static string? Dataflow(JsonElement described)
    {
        const string Prefix = "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=";
        return described.GetProperty("links").EnumerateArray()
            .Select(link => link.TryGetProperty("urn", out var urn) ? urn.GetString() : null)
            .FirstOrDefault(urn => urn?.StartsWith(Prefix, StringComparison.Ordinal) == true)?[Prefix.Length..];
    }

    private IEnumerable<SdmxComponent> Attributes(SdmxLevel level) => _structure.Attributes.Where(attribute => attribute.Level == level);

    private JsonElement[] Components(JsonElement container, string level, IEnumerable<SdmxComponent> here, string where)
    {
        JsonElement[] components = container.TryGetProperty(level, out var given) ? [.. given.EnumerateArray()] : [];
        foreach (var (at, component) in components.Index())
        {
            if (level == "series" && component.TryGetProperty("keyPosition", out var position) && position.GetInt32() != at)
                _parts.Malformed("structure", FormattableString.Invariant($"keyPosition of {Id(component)} is {position}, and it stands at {at}."));
            _parts.CompareLevel("structure", Id(component), here, where);
            if (component.TryGetProperty("values", out var values) && values.EnumerateArray().CountBy(value => Code(value) ?? "").FirstOrDefault(code => code.Value > 1) is { Key: { } twice })
                _parts.Add("structure", Id(component), SdmxRule.ComponentTwice, $"Its values hold {twice} twice.");
        }

        return components;
    }

    /// <summary>The values of a key such as <c>0:0:1</c>.</summary>
    private static IEnumerable<(string, string?)> Placed(JsonElement[] dimensions, string key)
    {
        var places = key.Split(':');
        if (places.Length != dimensions.Length)
            throw new FormatException("The key has another number of parts than there are dimensions.");
        return dimensions.Zip(places, (dimension, place) => (Id(dimension), Code(dimension, int.Parse(place, NumberStyles.None, CultureInfo.InvariantCulture))));
    }

    private IEnumerable<(string, string?)> Cells(JsonElement[] components, JsonElement cells, string place)
    {
        if (cells.GetArrayLength() > components.Length)
            _parts.Malformed(place, FormattableString.Invariant($"There are {cells.GetArrayLength()} cells for {components.Length} components."));
        return components.Zip(cells.EnumerateArray(), (component, cell) => (Id(component), Cell(component, cell, place)));
    }

    private string? Cell(JsonElement component, JsonElement cell, string place)
    {
        if (cell.ValueKind is JsonValueKind.Null)
            return null;
        if (component.TryGetProperty("values", out _))
            return Code(component, cell.GetInt32());
        if (cell.ValueKind is JsonValueKind.Number)
            return cell.GetRawText();
        if (Id(component) == _structure.Measure.Id)
            _parts.Add(place, Id(component), SdmxRule.NotANumber, $"{cell.GetRawText()} must be a number and no text.");
        return cell.GetString();
    }

    private static string? Code(JsonElement component, int place) => Code(component.GetProperty("values")[place]);

    private static string? Code(JsonElement value) =>
        value.TryGetProperty("id", out var id) ? id.GetString() : value.GetProperty("value").GetString();

    private static string Id(JsonElement component) => component.GetProperty("id").GetString() ?? "";
}
