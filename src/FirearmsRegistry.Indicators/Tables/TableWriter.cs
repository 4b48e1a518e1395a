using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FirearmsRegistry.Marks.Codes;

namespace FirearmsRegistry.Indicators.Tables;

/// <summary>Writes the questionnaire's tables as separated text, one cell a line, with its description for machines, and as JSON.</summary>
public static class TableWriter
{
    private const string Count = "count";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new SnakeCaseEnumConverter() },
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly (string Name, string Title, string Type)[] Columns =
    [
        ("country", "State, ISO 3166-1 alpha-3", "string"),
        ("year", "Year of the first physical intake", "gYear"),
        ("intake", "Seized, found, surrendered, or all of them", "string"),
        ("by", "By what arms are told apart; total for all of them", "string"),
        ("category", "Category of the Illicit Arms Flows Questionnaire", "string"),
        (Count, "Arms, or what the category names; empty where not reported or not shown", "nonNegativeInteger"),
        ("status", "reported, not_reported, not_applicable or suppressed", "string"),
        ("source", "register, or where the counts were imported from", "string"),
    ];

    /// <summary>Writes a header and a line for each cell.</summary>
    public static void WriteCsv(TextWriter output, IEnumerable<QuestionnaireTables> years)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(years);
        Line(Columns.Select(column => column.Name));
        foreach (var tables in years)
        {
            foreach (var (by, cell) in tables.Rows())
            {
                Line([tables.Country.Alpha3, Text(tables.Year), Codes.Of(tables.Intake), by, cell.Category, Text(cell.Count), Codes.Of(cell.Status),
                    Field(tables.Source)]);
            }
        }

        void Line(IEnumerable<string> cells)
        {
            output.Write(string.Join(',', cells));
            output.Write('\n');
        }
    }

    /// <summary>The same as JSON.</summary>
    public static string ToJson(IEnumerable<QuestionnaireTables> years) => JsonSerializer.Serialize(years, Json) + "\n";

    /// <summary>Describes the separated text as CSV on the Web (W3C Metadata Vocabulary for Tabular Data).</summary>
    /// <param name="file">The name of the file, beside which the description stands.</param>
    public static string ToCsvMetadata(string file)
    {
        var metadata = new JsonObject
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
            ["url"] = file,
            ["dc:title"] = "Arms seized, found and surrendered, in the categories of the UN Illicit Arms Flows Questionnaire",
            ["tableSchema"] = new JsonObject
            {
                ["columns"] = new JsonArray([.. Columns.Select(column => (JsonNode)new JsonObject
                {
                    ["name"] = column.Name,
                    ["titles"] = column.Name,
                    ["dc:description"] = column.Title,
                    ["datatype"] = column.Type,
                    ["required"] = column.Name != Count,
                })]),
                ["primaryKey"] = new JsonArray("country", "year", "source", "intake", "by", "category"),
            },
        };
        return metadata.ToJsonString(Json) + "\n";
    }

    // Only the source is a stranger's text. A spreadsheet takes what begins like a formula for one: an apostrophe says that it is text.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
