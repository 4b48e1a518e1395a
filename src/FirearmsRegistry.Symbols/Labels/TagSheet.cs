using System.Net;
using System.Text;
using FirearmsRegistry.Symbols.Writing;

namespace FirearmsRegistry.Symbols.Labels;

/// <summary>A page of evidence tags to print and cut, as one HTML file with its symbols as SVG and nothing from elsewhere.</summary>
public static class TagSheet
{
    private const double ModuleMillimetres = 0.7;

    private const string Style =
        "@page{size:A4;margin:10mm}body{margin:0;font:9pt sans-serif}"
        + "main{display:grid;grid-template-columns:repeat(2,1fr);gap:4mm}"
        + "article{display:flex;gap:4mm;border:.2mm dashed #888;padding:4mm;break-inside:avoid}"
        + "h2{margin:0;font:bold 14pt monospace}p{margin:.5mm 0}svg{flex:none}";

    /// <summary>The file's text.</summary>
    /// <param name="title">Of the page.</param>
    /// <param name="language">Of its text, as in BCP 47, for example <c>en</c>.</param>
    /// <param name="tags">In the order of printing.</param>
    public static string Of(string title, string language, IEnumerable<EvidenceTag> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var html = new StringBuilder(
            $"<!DOCTYPE html>\n<html lang=\"{Html(language)}\">\n<head><meta charset=\"utf-8\"><title>{Html(title)}</title><style>{Style}</style></head>\n<body><main>\n");
        foreach (var tag in tags)
        {
            html.Append("<article>").Append(tag.Symbol.ToSvg(ModuleMillimetres))
                .Append("<div><h2>").Append(Html(tag.Reference)).Append("</h2><p>").Append(Html(tag.Authority)).Append("</p>");
            foreach (var line in tag.Lines)
                html.Append("<p>").Append(Html(line)).Append("</p>");
            html.Append("</div></article>\n");
        }

        return html.Append("</main></body>\n</html>\n").ToString();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
