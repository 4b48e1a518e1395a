using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace FirearmsRegistry.Registry.Exchange.Forms;

/// <summary>A form as a page to print, as CSV, and as plain text.</summary>
internal static class FormTexts
{
    private const string Style =
        "@page{size:A4;margin:15mm}body{font:10pt/1.35 sans-serif;max-width:180mm;margin:0 auto}h1{font-size:15pt}h2{font-size:11pt;margin:5mm 0 1mm}"
        + "table{border-collapse:collapse;width:100%}th,td{border:.2mm solid #888;padding:1mm 2mm;text-align:start;vertical-align:top}"
        + "th{width:38%;font-weight:normal;color:#333}td{white-space:pre-wrap;overflow-wrap:anywhere}";

    /// <summary>One HTML file that loads nothing from elsewhere.</summary>
    public static string Html(string title, IReadOnlyList<FormField> fields)
    {
        var body = new StringBuilder();
        foreach (var part in fields.GroupBy(field => field.Part))
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Safe(part.Key)}</h2><table>");
            foreach (var field in part)
                body.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(field.Name)}{(field.Required ? " *" : "")}</th><td dir=\"auto\">{Safe(field.Value)}</td></tr>");
            body.Append("</table>");
        }

        return
            $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{Safe(title)}</title><style>{Style}</style></head>
            <body><h1>{Safe(title)}</h1>{body}<p>* required by the form</p></body></html>
            """;
    }

    /// <summary>CSV (RFC 4180): part, field, required, value. A value that a spreadsheet would take for a formula is disarmed.</summary>
    public static string Csv(IReadOnlyList<FormField> fields)
    {
        var text = new StringBuilder("part,field,required,value\r\n");
        foreach (var field in fields)
        {
            text.AppendJoin(',', new[] { field.Part, field.Name, field.Required ? "yes" : "no", field.Value }.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>One field a line.</summary>
    public static string Plain(string title, IReadOnlyList<FormField> fields)
    {
        var text = new StringBuilder(title).Append('\n');
        foreach (var part in fields.GroupBy(field => field.Part))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{part.Key}]\n");
            foreach (var field in part)
                text.Append(CultureInfo.InvariantCulture, $"{field.Name}: {field.Value.ReplaceLineEndings(" ")}\n");
        }

        return text.ToString();
    }

    private static string Cell(string value)
    {
        var disarmed = value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + value : value;
        return disarmed.AsSpan().IndexOfAny(",\"\r\n") < 0 ? disarmed : $"\"{disarmed.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
