using System.Text;
using FirearmsRegistry.Indicators.Sdmx.Structures;

namespace FirearmsRegistry.Indicators.Sdmx.Writing;

/// <summary>SDMX-CSV: one observation a line. Version 2.0 names structure and action, version 1.0 the dataflow alone.</summary>
internal static class SdmxCsv
{
    public const string Structure = "STRUCTURE";
    public const string StructureId = "STRUCTURE_ID";
    public const string Action = "ACTION";
    public const string Dataflow = "DATAFLOW";

    public static void Write(Stream output, SdmxFormat format, SdmxStructure structure, IReadOnlyList<SdmxObservation> observations)
    {
        SdmxComponent[] components =
            [.. structure.Dimensions, structure.TimeDimension, structure.Measure, .. SdmxWriter.Attributes(structure, observations)];
        var (names, values) = format is SdmxFormat.Csv2
            ? (new[] { Structure, StructureId, Action }, new[] { "dataflow", structure.DataflowReference, "R" })
            : ([Dataflow], [structure.DataflowReference]);
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Line(names.Concat(components.Select(component => component.Id))));
        foreach (var observation in observations)
            writer.WriteLine(Line(values.Concat(components.Select(component => observation[component.Id] ?? ""))));
    }

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted));

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
