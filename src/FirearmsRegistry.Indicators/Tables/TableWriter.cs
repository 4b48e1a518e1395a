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

    private static readonly CaseColumn[] Columns =
    [
        new("country", "State, ISO 3166-1 alpha-3"),
        new("year", "Year of the first physical intake", "gYear"),
        new("intake", "Seized, found, surrendered, or all of them"),
        new("by", "By what arms are told apart; total for all of them"),
        new("category", "Category of the Illicit Arms Flows Questionnaire"),
        new(Count, "Arms, or what the category names; empty where not reported or not shown", "nonNegativeInteger"),
        new("status", "reported, not_reported, not_applicable or suppressed"),
        new("source", "register, or where the counts were imported from"),
    ];

    /// <summary>Writes a header and a line for each cell.</summary>
    public static void WriteCsv(TextWriter output, IEnumerable<QuestionnaireTables> years)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(years);
        Line(output, Columns.Select(column => column.Name));
        foreach (var tables in years)
        {
            foreach (var (by, cell) in tables.Rows())
            {
                Line(output, [tables.Country.Alpha3, Text(tables.Year), Codes.Of(tables.Intake), by, cell.Category, Text(cell.Count), Codes.Of(cell.Status),
                    tables.Source]);
            }
        }
    }

    /// <summary>Writes a list: a header, and a line for each row.</summary>
    public static void WriteCsv(TextWriter output, CaseList list)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(list);
        Line(output, list.Columns.Select(column => column.Name));
        foreach (var row in list.Rows)
            Line(output, row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
    }

    /// <summary>The same as JSON: the tables, and each list under its name.</summary>
    public static string ToJson(IEnumerable<QuestionnaireTables> years, params IReadOnlyList<CaseList> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var json = new JsonObject { ["tables"] = JsonSerializer.SerializeToNode(years, Json) };
        foreach (var list in lists)
            json[Camel(list.Name)] = JsonSerializer.SerializeToNode(list.Named.Select(row => row.ToDictionary(cell => Camel(cell.Key), cell => cell.Value)), Json);
        return json.ToJsonString(Json) + "\n";
    }

    /// <summary>Describes the separated text as CSV on the Web (W3C Metadata Vocabulary for Tabular Data).</summary>
    /// <param name="file">The name of the file of the tables, beside which the description stands.</param>
    /// <param name="lists">The lists in files of their own, with those files' names.</param>
    public static string ToCsvMetadata(string file, params IReadOnlyList<(string File, CaseList List)> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var tables = Described(file, "Arms seized, found and surrendered, in the categories of the UN Illicit Arms Flows Questionnaire", Columns, "country", "year", "source", "intake", "by", "category");
        var context = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" });
        if (lists.Count == 0)
        {
            tables.Insert(0, "@context", context);
            return tables.ToJsonString(Json) + "\n";
        }

        return new JsonObject
        {
            ["@context"] = context,
            ["tables"] = new JsonArray([tables, .. lists.Select(list =>
                (JsonNode)Described(list.File, $"Beside the tables of the UN Illicit Arms Flows Questionnaire: {list.List.Name.Replace('_', ' ')}", list.List.Columns))]),
        }.ToJsonString(Json) + "\n";
    }

    private static JsonObject Described(string file, string title, IReadOnlyList<CaseColumn> columns, params string[] key)
    {
        var schema = new JsonObject
        {
            ["columns"] = new JsonArray([.. columns.Select(column => (JsonNode)new JsonObject
            {
                ["name"] = column.Name,
                ["titles"] = column.Name,
                ["dc:description"] = column.Title,
                ["datatype"] = column.Type,
                ["required"] = key.Length > 0 && column.Name != Count,
            })]),
        };
        if (key.Length > 0)
            schema["primaryKey"] = new JsonArray([.. key.Select(name => (JsonNode)name)]);
        return new JsonObject { ["url"] = file, ["dc:title"] = title, ["tableSchema"] = schema };
    }

    private static string Camel(string name) =>
        string.Concat(name.Split('_').Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static void Line(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(Field)));
        output.Write('\n');
    }

    // Sources and places are strangers' text. A spreadsheet takes what begins like a formula for one: an apostrophe says that it is text.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
