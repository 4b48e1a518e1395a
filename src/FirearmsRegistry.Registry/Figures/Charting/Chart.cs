using ScottPlot;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>What a chart shows, in the words of its reader; drawing it asks for nothing more.</summary>
/// <param name="Title">What it is.</param>
/// <param name="About">What is counted, in one sentence.</param>
/// <param name="Language">The language's code (ISO 639-1).</param>
/// <param name="RightToLeft">Whether its script runs from right to left.</param>
/// <param name="Items">Its values in their order; none where nothing was reported at all.</param>
/// <param name="WhenNone">What is said in place of a value that was not reported.</param>
internal sealed record Chart(
    string Title, string About, string Language, bool RightToLeft, IReadOnlyList<ChartItem> Items, string WhenNone)
{
    /// <summary>What <see cref="Items"/> are, where other series stand beside them.</summary>
    public string Main { get; init; } = "";

    /// <summary>Other values of the same places.</summary>
    public IReadOnlyList<ChartSeries> Others { get; init; } = [];

    /// <summary>Everything that the picture shows, in words: for whoever does not see it. Of a series beside the main one only what it has is said.</summary>
    public string InWords => string.Join(" ", new[] { $"{About}.", Said(Main, Items) }
        .Concat(Others.Select(series => Said(series.Name, [.. series.Items.Where(item => item.Value is not null)])))
        .Where(sentence => sentence.Length > 0));

    private string Said(string name, IReadOnlyList<ChartItem> items)
    {
        var list = string.Join("; ", items.Select(item => $"{item.Label}: {(item.Value is null ? WhenNone : item.Text)}"));
        return list.Length == 0 ? "" : name.Length == 0 ? $"{list}." : $"{name} – {list}.";
    }
}

/// <summary>One value of a chart.</summary>
/// <param name="Label">What it is the value of.</param>
/// <param name="Value">The value; null was not reported, which is not zero and is drawn as a gap.</param>
/// <param name="Text">The value as it is written.</param>
internal sealed record ChartItem(string Label, double? Value, string Text);

/// <summary>Values beside the main ones.</summary>
/// <param name="Name">What they are, each by itself: <c>Vintage ESP-2020-1</c>.</param>
/// <param name="Kind">What they are, as the key of the picture says it, once for all that look alike.</param>
/// <param name="Look">How they are drawn.</param>
/// <param name="Items">The values, in the order of the main ones.</param>
internal sealed record ChartSeries(string Name, string Kind, SeriesLook Look, IReadOnlyList<ChartItem> Items);

/// <summary>How a series is drawn. Colour never tells alone: the shapes differ too.</summary>
internal enum SeriesLook
{
    /// <summary>A line with filled circles.</summary>
    Main,

    /// <summary>Filled squares.</summary>
    InForce,

    /// <summary>Open circles.</summary>
    Superseded,
}

/// <summary>The marks of a look.</summary>
internal static class SeriesLooks
{
    public static string Hex(this SeriesLook look) => look switch
    {
        SeriesLook.Main => "#1f5a99",
        SeriesLook.InForce => "#b35900",
        SeriesLook.Superseded => "#5a6472",
    };

    public static Color Color(this SeriesLook look) => ScottPlot.Color.FromHex(look.Hex());

    public static MarkerShape Shape(this SeriesLook look) => look switch
    {
        SeriesLook.Main => MarkerShape.FilledCircle,
        SeriesLook.InForce => MarkerShape.FilledSquare,
        SeriesLook.Superseded => MarkerShape.OpenCircle,
    };
}
