using ScottPlot;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>Lying bars, one below the other, each with its label before it and its value behind it.</summary>
internal static class BarChart
{
    private const int Row = 34;
    private const int Labels = 340;
    private const int Values = 90;
    private const int Top = 74;
    private const int Bottom = 16;
    private const int Gap = 8;

    public static string Draw(Chart chart)
    {
        var height = Top + Bottom + Math.Max(chart.Items.Count, 1) * Row;
        var plot = ChartPlot.Empty(chart.RightToLeft ? new PixelPadding(Values, Labels, Bottom, Top) : new PixelPadding(Labels, Values, Bottom, Top));
        var bars = plot.Add.Bars(chart.Items.Select((item, index) => new Bar
        {
            Position = index,
            Value = item.Value ?? 0,
            Size = 0.66,
            FillColor = ChartPlot.Blue,
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
        }).ToArray());
        bars.Horizontal = true;
        var steps = ChartPlot.Steps(chart.Items.Max(item => item.Value) ?? 0);
        plot.Axes.Bottom.SetTicks([.. steps], [.. steps.Select(_ => "")]);
        plot.Axes.Left.SetTicks([], []);
        var (first, last) = chart.RightToLeft ? (steps[^1], 0d) : (0d, steps[^1]);
        plot.Axes.SetLimits(first, last, chart.Items.Count - 0.5, -0.5);

        var texts = new ChartTexts(plot.GetSvgHtml(ChartPlot.Width, height), chart, ChartPlot.Width, height);
        if (chart.Items.Count == 0)
            texts.AddMissing(ChartPlot.Width / 2, Top + Row / 2);
        foreach (var (item, index) in chart.Items.Select((item, index) => (item, index)))
        {
            var start = plot.GetPixel(new Coordinates(0, index));
            var end = plot.GetPixel(new Coordinates(item.Value ?? 0, index));
            var away = chart.RightToLeft ? -Gap : Gap;
            texts.AddWrapped(item.Label, start.X - away, start.Y, chart.RightToLeft ? TextSide.Left : TextSide.Right);
            texts.Add(item.Value is null ? chart.WhenNone : item.Text, end.X + away, end.Y, chart.RightToLeft ? TextSide.Right : TextSide.Left);
        }

        return texts.ToSvg();
    }
}
