using System.Xml;
using System.Xml.Linq;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Reads SDMX-ML 2.1 generic time series.</summary>
internal static class SdmxMlReader
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
            parts.Add(FormattableString.Invariant($"line {e.LineNumber}"), null, $"The file is not well-formed XML: {e.Message}");
            return parts.Reading("XML");
        }

        if (document.Root?.Name != Message + SdmxMl.Root)
        {
            parts.Add("line 1", null, $"The root is {document.Root?.Name.LocalName}; {SdmxMl.Root} of SDMX-ML 2.1 is read.");
            return parts.Reading("XML");
        }

        var reference = document.Root.Element(Message + "Header")?.Element(Message + "Structure")?.Element(Common + "StructureUsage")?.Element("Ref");
        parts.CompareDataflow("header", reference is null ? null
            : $"{(string?)reference.Attribute("agencyID")}:{(string?)reference.Attribute("id")}({(string?)reference.Attribute("version")})");
        foreach (var series in document.Root.Elements(Message + "DataSet").Elements(Generic + "Series"))
        {
            var ofSeries = Values(series.Element(Generic + "SeriesKey")).Concat(Values(series.Element(Generic + "Attributes"))).ToArray();
            foreach (var observation in series.Elements(Generic + "Obs"))
            {
                parts.Add(FormattableString.Invariant($"line {((IXmlLineInfo)observation).LineNumber}"),
                    [
                        .. ofSeries,
                        (structure.TimeDimension.Id, (string?)observation.Element(Generic + "ObsDimension")?.Attribute("value")),
                        (structure.Measure.Id, (string?)observation.Element(Generic + "ObsValue")?.Attribute("value")),
                        .. Values(observation.Element(Generic + "Attributes")),
                    ]);
            }
        }

        return parts.Reading("SDMX-ML 2.1");
    }

    private static IEnumerable<(string, string?)> Values(XElement? container) =>
        container?.Elements(Generic + "Value").Select(value => ((string?)value.Attribute("id") ?? "", (string?)value.Attribute("value"))) ?? [];
}
