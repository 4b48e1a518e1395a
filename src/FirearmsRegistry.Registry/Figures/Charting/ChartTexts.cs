using System.Globalization;
using System.Xml.Linq;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>Which side of a text is put at its place, as it is seen.</summary>
internal enum TextSide
{
    Left,
    Middle,
    Right,
}

/// <summary>Puts words on a drawing: its title, and texts at places of it. Everything is escaped, and nothing else than texts is added.</summary>
internal sealed class ChartTexts
{
    private const int Margin = 20;
    private const int LineHeight = 14;
    private const int LongestLine = 46;
    private const int KeyWidth = 230;
    private const int KeyLine = 76;
    private const int KeyMark = 5;
    private const int KeyRow = 22;
    private const string Fonts = "Noto Sans, Noto Sans Arabic, Noto Sans CJK SC, DejaVu Sans, sans-serif";

    private readonly Chart _chart;
    private readonly XElement _svg;
    private readonly XNamespace _namespace;

    public ChartTexts(string drawing, Chart chart, int width, int height, bool heading = true)
    {
        _chart = chart;
        _svg = XDocument.Parse(drawing).Root!;
        _namespace = _svg.Name.Namespace;
        // Scripts of a picture do not run where it is embedded, but it may be opened alone.
        _svg.Descendants().Where(element => element.Name.LocalName is "script" or "text").Remove();
        NameParts(width, height);
        _svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        _svg.SetAttributeValue(XNamespace.Xml + "lang", chart.Language);
        _svg.SetAttributeValue("role", "img");
        _svg.SetAttributeValue("font-family", Fonts);
        _svg.SetAttributeValue("font-size", 13);
        _svg.AddFirst(new XElement(_namespace + "title", chart.Title), new XElement(_namespace + "desc", chart.InWords));
        var (start, side) = chart.RightToLeft ? (width - Margin, TextSide.Right) : (Margin, TextSide.Left);
        if (heading)
        {
            Text(chart.Title, start, 28, side, new XAttribute("font-size", 18), new XAttribute("font-weight", "bold"));
            Text(chart.About, start, 52, side, new XAttribute("fill", "#4a5568"));
        }

        var keys = Keys(chart);
        // Where they have no room beside each other they stand below each other.
        var (across, down) = keys.Count * KeyWidth + Margin <= width ? (KeyWidth, 0) : (0, KeyRow);
        foreach (var (at, key) in keys.Index())
            Key(key, start + (chart.RightToLeft ? -1 : 1) * at * across, (heading ? KeyLine : Margin) + at * down);
    }

    /// <summary>How high the key is with its parts below each other.</summary>
    public static int KeyHeight(Chart chart) => Keys(chart).Count * KeyRow;

    public void Add(string text, double x, double y, TextSide side) => Text(text, x, y, side);

    /// <summary>Says that there is nothing to show.</summary>
    public void AddMissing(double x, double y) => Text(_chart.WhenNone, x, y, TextSide.Middle, new XAttribute("fill", "#4a5568"));

    /// <summary>Adds a label, on two lines where it is long.</summary>
    public void AddWrapped(string text, double x, double y, TextSide side)
    {
        var at = text.Length > LongestLine ? text.LastIndexOf(' ', LongestLine) : -1;
        if (at < 0)
        {
            Add(text, x, y, side);
            return;
        }

        Add(text[..at], x, y - LineHeight / 2, side);
        Add(text[(at + 1)..], x, y + LineHeight / 2, side);
    }

    public string ToSvg() => _svg.ToString(SaveOptions.DisableFormatting);

    private static List<(string Kind, SeriesLook Look)> Keys(Chart chart) => chart.Others.Count == 0
        ? []
        : [.. chart.Others.Select(series => (series.Kind, series.Look)).Prepend((chart.Main, SeriesLook.Main)).Distinct()];

    /// <summary>Gives the parts that are referred to names by the size of the drawing: those of two drawings on one page are not the same.</summary>
    private void NameParts(int width, int height)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"of-{width}-{height}-");
        foreach (var attribute in _svg.DescendantsAndSelf().Attributes())
        {
            if (attribute.Name.LocalName == "id")
                attribute.Value = size + attribute.Value;
            else
                attribute.Value = attribute.Value.Replace("url(#", "url(#" + size, StringComparison.Ordinal);
        }
    }

    /// <summary>One mark of the key with its words, below the title.</summary>
    private void Key((string Kind, SeriesLook Look) key, double x, int y)
    {
        var color = key.Look.Hex();
        var away = _chart.RightToLeft ? -1 : 1;
        var middle = x + away * KeyMark;
        _svg.Add(key.Look == SeriesLook.InForce
            ? new XElement(_namespace + "rect", new XAttribute("x", Rounded(middle - KeyMark)), new XAttribute("y", y - KeyMark),
                new XAttribute("width", 2 * KeyMark), new XAttribute("height", 2 * KeyMark), new XAttribute("fill", color))
            : new XElement(_namespace + "circle", new XAttribute("cx", Rounded(middle)), new XAttribute("cy", y), new XAttribute("r", KeyMark),
                key.Look == SeriesLook.Main ? new XAttribute("fill", color) : new XAttribute("fill", "white"),
                new XAttribute("stroke", color), new XAttribute("stroke-width", 1.5)));
        Text(key.Kind, x + away * (2 * KeyMark + 6), y, _chart.RightToLeft ? TextSide.Right : TextSide.Left);
    }

    private void Text(string text, double x, double y, TextSide side, params XAttribute[] looks) => _svg.Add(new XElement(
        _namespace + "text",
        new XAttribute("x", Rounded(x)), new XAttribute("y", Rounded(y)), new XAttribute("dominant-baseline", "central"),
        new XAttribute("text-anchor", Anchor(side)), _chart.RightToLeft ? new XAttribute("direction", "rtl") : null, looks, text));

    // In a text from right to left the start is the right side.
    private string Anchor(TextSide side) => (side, _chart.RightToLeft) switch
    {
        (TextSide.Middle, _) => "middle",
        (TextSide.Left, false) or (TextSide.Right, true) => "start",
        _ => "end",
    };

    private static string Rounded(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
