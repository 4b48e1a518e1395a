using System.Globalization;
using System.Text;
using System.Xml;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Writing;

/// <summary>SDMX-ML 2.1 as <c>GenericTimeSeriesData</c>, which needs no schema made for the structure.</summary>
internal static class SdmxMl
{
    public const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    public const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";
    public const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    public const string Root = "GenericTimeSeriesData";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    public static void Write(Stream output, SdmxStructure structure, IReadOnlyList<SdmxObservation> observations, SdmxEnvelope envelope)
    {
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("mes", Root, Message);
        xml.WriteAttributeString("xmlns", "gen", null, Generic);
        xml.WriteAttributeString("xmlns", "com", null, Common);
        WriteHeader(xml, structure, envelope);
        xml.WriteStartElement("DataSet", Message);
        xml.WriteAttributeString("structureRef", structure.DataStructure.Id);
        xml.WriteAttributeString("action", "Replace");
        foreach (var series in SdmxWriter.Series(structure, observations))
            WriteSeries(xml, structure, [.. series]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteHeader(XmlWriter xml, SdmxStructure structure, SdmxEnvelope envelope)
    {
        xml.WriteStartElement("Header", Message);
        xml.WriteElementString("ID", Message, envelope.Id);
        xml.WriteElementString("Test", Message, XmlConvert.ToString(envelope.Test));
        xml.WriteElementString("Prepared", Message, envelope.Prepared.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        xml.WriteStartElement("Sender", Message);
        xml.WriteAttributeString("id", envelope.Sender);
        xml.WriteEndElement();
        xml.WriteStartElement("Structure", Message);
        xml.WriteAttributeString("structureID", structure.DataStructure.Id);
        xml.WriteAttributeString("dimensionAtObservation", structure.TimeDimension.Id);
        xml.WriteStartElement("StructureUsage", Common);
        xml.WriteStartElement("Ref");
        xml.WriteAttributeString("agencyID", structure.Agency);
        xml.WriteAttributeString("id", structure.Dataflow.Id);
        xml.WriteAttributeString("version", structure.Dataflow.Version);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("DataSetAction", Message, "Replace");
        xml.WriteEndElement();
    }

    private static void WriteSeries(XmlWriter xml, SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
    {
        xml.WriteStartElement("Series", Generic);
        WriteValues(xml, "SeriesKey", structure.Dimensions, observations[0]);
        WriteValues(xml, "Attributes", structure.Attributes.Where(attribute => attribute.Level is SdmxLevel.Series), observations[0]);
        foreach (var observation in observations)
        {
            xml.WriteStartElement("Obs", Generic);
            WriteValue(xml, "ObsDimension", null, observation[structure.TimeDimension.Id]);
            WriteValue(xml, "ObsValue", null, observation[structure.Measure.Id]);
            WriteValues(xml, "Attributes", structure.Attributes.Where(attribute => attribute.Level is SdmxLevel.Observation), observation);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, string element, IEnumerable<SdmxComponent> components, SdmxObservation observation)
    {
        xml.WriteStartElement(element, Generic);
        foreach (var component in components)
            WriteValue(xml, "Value", component.Id, observation[component.Id]);
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string element, string? id, string? value)
    {
        if (value is null)
            return;
        xml.WriteStartElement(element, Generic);
        if (id is not null)
            xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
