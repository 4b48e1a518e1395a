using FirearmsRegistry.Indicators.Importing;
using FirearmsRegistry.Indicators.Sdmx.Checking;
using FirearmsRegistry.Indicators.Sdmx.Structures;
using FirearmsRegistry.Indicators.Sdmx.Writing;

namespace FirearmsRegistry.Indicators.Sdmx.Reading;

/// <summary>Reads SDMX-CSV 1.0 and 2.0.</summary>
internal static class SdmxCsvReader
{
    private const string Unknown = "no SDMX message";

    public static SdmxReading Read(string text, SdmxStructure structure)
    {
        var (parts, row) = (new MessageParts(structure), new SeparatedText(new StringReader(text)));
        if (!row.Read() || row.Fault is not null)
        {
            parts.Malformed("line 1", row.Fault?.Reason ?? "The file is empty.");
            return parts.Reading(Unknown);
        }

        var header = Fields(row);
        string[] leading = header[0] == SdmxCsv.Structure ? [SdmxCsv.Structure, SdmxCsv.StructureId, SdmxCsv.Action] : [SdmxCsv.Dataflow];
        if (!header.AsSpan().StartsWith(leading))
        {
            parts.Malformed("line 1", "The first columns are neither STRUCTURE, STRUCTURE_ID, ACTION (SDMX-CSV 2.0) nor DATAFLOW (SDMX-CSV 1.0).");
            return parts.Reading(Unknown);
        }

        CompareHeader(header, leading.Length, structure, parts);
        var columns = header.Index().Skip(leading.Length).Where(column => structure.Components.Any(component => component.Id == column.Item))
            .DistinctBy(column => column.Item).ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);
        while (row.Read())
            ReadRow(row, header, columns, leading.Length, parts);
        return parts.Reading(leading.Length == 1 ? "SDMX-CSV 1.0" : "SDMX-CSV 2.0");
    }

    private static void CompareHeader(string[] header, int leading, SdmxStructure structure, MessageParts parts)
    {
        foreach (var (at, name) in header.Index())
        {
            var place = FormattableString.Invariant($"line 1, column {at + 1}");
            if (Array.IndexOf(header, name) < at)
                parts.Add(place, name, SdmxRule.ComponentTwice, "The column stands twice.");
            else if (at >= leading && !structure.Components.Any(component => component.Id == name))
                parts.Add(place, Shown.Of(name), SdmxRule.ComponentUnknown, MessageParts.Unknown(structure));
        }

        var needed = structure.Dimensions.Append(structure.TimeDimension).Append(structure.Measure)
            .Concat(structure.Attributes.Where(attribute => attribute.Mandatory));
        foreach (var missing in needed.Where(component => !header.Contains(component.Id)))
            parts.Add("line 1", missing.Id, SdmxRule.ComponentMissing, "The column is missing.");
    }

    private static void ReadRow(SeparatedText row, string[] header, Dictionary<string, int> columns, int leading, MessageParts parts)
    {
        var line = row.Line;
        var place = FormattableString.Invariant($"line {line}");
        if (row.Fault is not null || row.Count != header.Length)
        {
            var fault = row.Fault ?? row.WrongCount(header.Length);
            parts.Malformed(FormattableString.Invariant($"{place}, column {fault.Column}"), fault.Reason);
            return;
        }

        var fields = Fields(row);
        if (leading == 1)
        {
            parts.CompareDataflow($"{place}, column 1", fields[0]);
        }
        else
        {
            if (fields[0] != "dataflow")
                parts.Add($"{place}, column 1", SdmxCsv.Structure, SdmxRule.OtherStructure, $"{Shown.Of(fields[0])} must be dataflow.");
            parts.CompareDataflow($"{place}, column 2", fields[1]);
            parts.CompareAction($"{place}, column 3", SdmxCsv.Action, fields[2], "I", "A", "R");
        }

        parts.Add(place, columns.Select(column => (column.Key, (string?)fields[column.Value])),
            component => columns.TryGetValue(component, out var at) ? FormattableString.Invariant($"line {line}, column {at + 1}") : null);
    }

    private static string[] Fields(SeparatedText row) => [.. Enumerable.Range(0, row.Count).Select(field => row[field].ToString())];
}
