using System.Xml;
using System.Xml.Linq;
using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Reads SDMX-ML 2.1 generic time series.</summary>
internal sealed class SdmxMlReader
{
    private static readonly XNamespace Message = SdmxMl.Message;
    private static readonly XNamespace Generic = SdmxMl.Generic;
    private static readonly XNamespace Common = SdmxMl.Common;

    // A stranger's document type could name files and grow without end.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SdmxReader.Most,
    };

    private readonly SdmxStructure _structure;
    private readonly MessageParts _parts;

    private SdmxMlReader(SdmxStructure structure, MessageParts parts) => (_structure, _parts) = (structure, parts);

    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        var parts = new MessageParts(structure);
        XDocument document;
        try
        {
            using var xml = XmlReader.Create(new StringReader(text), Settings);
            document = XDocument.Load(xml, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            parts.Malformed(FormattableString.Invariant($"line {e.LineNumber}, position {e.LinePosition}"), $"The file is not well-formed XML: {e.Message}");
            return parts.Reading("XML");
        }

        if (document.Root is not { } root || root.Name != Message + SdmxMl.Root)
        {
            parts.Malformed("line 1", $"The root is {document.Root?.Name.LocalName}; {SdmxMl.Root} of SDMX-ML 2.1 is read.");
            return parts.Reading("XML");
        }

        new SdmxMlReader(structure, parts).ReadMessage(root);
        return parts.Reading("SDMX-ML 2.1");
    }

    private void ReadMessage(XElement root)
    {
        var header = Only(root, Message + "Header");
        foreach (var name in (string[])["ID", "Test", "Prepared", "Sender"])
        {
            if (header is not null && Only(header, Message + name) is { } said
                && string.IsNullOrEmpty(name == "Sender" ? (string?)said.Attribute("id") : said.Value))
            {
                _parts.Malformed(Place(said), $"{name} says nothing.");
            }
        }

        var described = header is null ? null : Only(header, Message + "Structure");
        if (described is not null)
            ReadStructure(described);
        foreach (var part in Parts(root, Message + "Header", Message + "DataSet").Where(part => part.Name == Message + "DataSet"))
        {
            if ((string?)part.Attribute("structureRef") != (string?)described?.Attribute("structureID"))
                _parts.Add(Place(part), null, SdmxRule.OtherStructure, $"structureRef {Shown.Of((string?)part.Attribute("structureRef"))} is not the structureID of the header.");
            if ((string?)part.Attribute("action") is { } action)
                _parts.CompareAction(Place(part), null, action, "Information", "Append", "Replace");
            foreach (var series in Parts(part, Generic + "Series"))
                ReadSeries(series);
        }
    }

    private void ReadStructure(XElement described)
    {
        var reference = described.Element(Common + "StructureUsage")?.Element("Ref");
        _parts.CompareDataflow(Place(reference ?? described), reference is null ? null
            : $"{(string?)reference.Attribute("agencyID")}:{(string?)reference.Attribute("id")}({(string?)reference.Attribute("version")})");
        if ((string?)described.Attribute("dimensionAtObservation") is var at && at != _structure.TimeDimension.Id)
            _parts.Malformed(Place(described), $"dimensionAtObservation is {Shown.Of(at)}; in time series it is {_structure.TimeDimension.Id}.");
        if ((string?)described.Parent!.Element(Message + "DataSetAction") is { } action)
            _parts.CompareAction(Place(described.Parent.Element(Message + "DataSetAction")!), null, action, "Information", "Append", "Replace");
    }

    private void ReadSeries(XElement series)
    {
        var observations = Parts(series, Generic + "SeriesKey", Generic + "Attributes", Generic + "Obs").Where(part => part.Name == Generic + "Obs").ToArray();
        var ofSeries = Values(Only(series, Generic + "SeriesKey"), _structure.Dimensions, "the dimensions of a series")
            .Concat(Values(Only(series, Generic + "Attributes", needed: false), Attributes(SdmxLevel.Series), "the attributes of a series")).ToArray();
        if (observations.Length == 0)
            _parts.Malformed(Place(series), "The series has no observation.");
        foreach (var observation in observations)
        {
            _ = Parts(observation, Generic + "ObsDimension", Generic + "ObsValue", Generic + "Attributes");
            var (time, value) = (Only(observation, Generic + "ObsDimension"), Only(observation, Generic + "ObsValue", needed: false));
            var values = ofSeries.Append((_structure.TimeDimension.Id, time)).Append((_structure.Measure.Id, value))
                .Concat(Values(Only(observation, Generic + "Attributes", needed: false), Attributes(SdmxLevel.Observation), "the attributes of an observation")).ToArray();
            _parts.Add(Place(observation), values.Select(each => (each.Item1, (string?)each.Item2?.Attribute("value"))),
                component => values.LastOrDefault(each => each.Item1 == component).Item2 is { } element ? Place(element) : null);
        }
    }

    private IEnumerable<SdmxComponent> Attributes(SdmxLevel level) => _structure.Attributes.Where(attribute => attribute.Level == level);

    /// <summary>The values in a container, each held against the components that belong there.</summary>
    private (string, XElement?)[] Values(XElement? container, IEnumerable<SdmxComponent> here, string where)
    {
        if (container is null)
            return [];
        var values = Parts(container, Generic + "Value").Select(value => ((string?)value.Attribute("id") ?? "", (XElement?)value)).ToArray();
        foreach (var (id, value) in values)
        {
            _parts.CompareLevel(Place(value!), id, here, where);
            if (string.IsNullOrEmpty((string?)value!.Attribute("value")))
                _parts.Add(Place(value), id, SdmxRule.ComponentMissing, "The element has no value.");
        }

        return [.. values.Where(value => _structure.Components.Any(component => component.Id == value.Item1))];
    }

    /// <summary>The elements within another; what does not belong there is a finding and not passed over.</summary>
    private XElement[] Parts(XElement container, params XName[] known)
    {
        foreach (var stranger in container.Elements().Where(element => !known.Contains(element.Name)))
            _parts.Malformed(Place(stranger), $"{stranger.Name.LocalName} does not belong into {container.Name.LocalName}, or is in another namespace.");
        foreach (var text in container.Nodes().OfType<XText>().Where(text => !string.IsNullOrWhiteSpace(text.Value)))
            _parts.Malformed(Place(text), $"Text stands in {container.Name.LocalName}.");
        return [.. container.Elements().Where(element => known.Contains(element.Name))];
    }

    /// <summary>The one element of a name; several are a finding, and none where it is needed.</summary>
    private XElement? Only(XElement container, XName name, bool needed = true)
    {
        XElement[] found = [.. container.Elements(name)];
        if (found.Length > 1 || (needed && found.Length == 0))
            _parts.Malformed(Place(found.LastOrDefault() ?? container), $"{name.LocalName} must stand in {container.Name.LocalName} once.");
        return found.FirstOrDefault();
    }

    private static string Place(IXmlLineInfo node) => FormattableString.Invariant($"line {node.LineNumber}, position {node.LinePosition}");
}
