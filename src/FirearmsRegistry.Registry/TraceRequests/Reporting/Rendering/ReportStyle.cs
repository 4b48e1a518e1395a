using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.TraceRequests.Reporting.Rendering;

/// <summary>How a report looks on screen and on paper. Logical sides only, so that it turns with the script.</summary>
internal static class ReportStyle
{
    private const string Body =
        """
        *{box-sizing:border-box}
        body{font:9pt/1.4 "Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",sans-serif;color:#111;max-width:180mm;margin:0 auto;padding:0 2mm}
        h1{font-size:18pt;line-height:1.2;margin:0}
        h2{font-size:11.5pt;margin:5mm 0 1.5mm;border-bottom:.3mm solid #999;break-after:avoid}
        h3{font-size:10pt;margin:3mm 0 1mm;break-after:avoid}
        p{margin:1mm 0}
        header{display:flex;gap:8mm;justify-content:space-between}
        header>div{flex:1}
        dl{break-inside:avoid;display:grid;grid-template-columns:minmax(38mm,max-content) 1fr;gap:.6mm 4mm;margin:1.5mm 0}
        dl.pairs{grid-template-columns:max-content 1fr max-content 1fr}
        dt{color:#444;max-width:60mm}
        .pairs dt{max-width:40mm}
        dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:1mm 0 2mm}
        th,td{border:.2mm solid #aaa;padding:1mm 1.5mm;text-align:start;vertical-align:top}
        bdi{overflow-wrap:anywhere}
        .date{white-space:nowrap}
        td .moment{display:inline-block;min-width:26mm}
        td>.id,td br+.id{display:inline-block;min-width:29mm}
        th{background:#eee;font-weight:600;overflow-wrap:normal}
        tr,.short{break-inside:avoid}
        thead{display:table-header-group}
        ul{margin:1mm 0;padding-inline-start:5mm}
        h2+ul{break-inside:avoid}
        figure{margin:0;width:36mm;text-align:center}
        figure svg{width:36mm;height:36mm;display:block}
        figcaption{font-size:7pt;overflow-wrap:anywhere}
        .mark{font-family:"Noto Sans Mono","DejaVu Sans Mono",monospace,"Noto Sans Arabic","Noto Sans CJK SC";font-size:110%;white-space:pre-wrap;background:#f4f4f4;padding:0 .6mm}
        .id{font:7pt "Noto Sans Mono",monospace;color:#444}
        .unseen{font-size:70%;border:.2mm solid #b00020;color:#b00020;padding:0 .4mm;margin:0 .3mm}
        .summary{border:.4mm solid #333;padding:0 4mm 1mm;margin-top:4mm;break-inside:avoid}
        .summary h2{border:0;margin-top:2mm}
        .warning{border:.6mm solid #b00020;padding:1.5mm 3mm;font-weight:bold}
        """;

    /// <summary>The style sheet, with the words at the foot of each page.</summary>
    public static string Of(ReportWords words, Guid? report)
    {
        var page = words["page"].Split("{page}");
        var rest = page[1].Split("{pages}");
        var font = "font:7.5pt \"Noto Sans\",\"Noto Sans Arabic\",\"Noto Sans CJK SC\",sans-serif;color:#444";
        return
            $$"""
            @page{size:A4;margin:16mm 14mm 18mm;
            @bottom-right{content:{{Text(page[0])}} counter(page) {{Text(rest[0])}} counter(pages) {{Text(rest[1])}};{{font}};direction:{{words.Direction}}}
            @bottom-left{content:{{Text(report?.ToString("N") ?? words["preview.short"])}};{{font}}} }
            {{Body}}
            """;
    }

    private static string Text(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
