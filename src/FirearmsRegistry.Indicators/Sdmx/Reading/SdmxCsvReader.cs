using FirearmsRegistry.Indicators.Importing;
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
            parts.Add("line 1", null, row.Fault?.Reason ?? "The file is empty.");
            return parts.Reading(Unknown);
        }

        var header = Fields(row);
        string[] leading = header[0] == SdmxCsv.Structure ? [SdmxCsv.Structure, SdmxCsv.StructureId, SdmxCsv.Action] : [SdmxCsv.Dataflow];
        if (!header.AsSpan().StartsWith(leading))
        {
            parts.Add("line 1", null, "The first columns are neither STRUCTURE, STRUCTURE_ID, ACTION (SDMX-CSV 2.0) nor DATAFLOW (SDMX-CSV 1.0).");
            return parts.Reading(Unknown);
        }

        foreach (var twice in header.CountBy(name => name).Where(name => name.Value > 1))
            parts.Add("line 1", twice.Key, "The column stands twice.");
        foreach (var missing in structure.Dimensions.Append(structure.TimeDimension).Where(dimension => !header.Contains(dimension.Id)))
            parts.Add("line 1", missing.Id, "The column of this dimension is missing.");
        while (row.Read())
            ReadRow(row, header, leading.Length, parts);
        return parts.Reading(leading.Length == 1 ? "SDMX-CSV 1.0" : "SDMX-CSV 2.0");
    }

    private static void ReadRow(SeparatedText row, string[] header, int leading, MessageParts parts)
    {
        var place = FormattableString.Invariant($"line {row.Line}");
        if (row.Fault is not null || row.Count != header.Length)
        {
            parts.Add(place, null, row.Fault?.Reason ?? row.WrongCount(header.Length));
            return;
        }

        var fields = Fields(row);
        if (leading == 1)
        {
            parts.CompareDataflow(place, fields[0]);
        }
        else
        {
            if (fields[0] != "dataflow")
                parts.Add(place, SdmxCsv.Structure, $"{Shown.Of(fields[0])} must be dataflow.");
            parts.CompareDataflow(place, fields[1]);
            if (fields[2] is not ("I" or "A" or "R"))
                parts.Add(place, SdmxCsv.Action, $"{Shown.Of(fields[2])} is none of I, A, R; D would delete what is published.");
        }

        parts.Add(place, header.Zip(fields, (name, value) => (name, (string?)value)).Skip(leading));
    }

    private static string[] Fields(SeparatedText row) => [.. Enumerable.Range(0, row.Count).Select(field => row[field].ToString())];
}
