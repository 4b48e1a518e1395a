using ScottPlot;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>
/// What the charts have in common: a plot without words and without frames. ScottPlot draws the shapes; the words are put on top as texts
/// of the reader's own program, which joins and orders the letters of every script and has the fonts. Drawn by Skia they would be loose
/// glyphs, Arabic ones from the wrong side, and the server would need fonts.
/// </summary>
internal static class ChartPlot
{
    public const int Width = 960;

    public static Color Blue { get; } = SeriesLook.Main.Color();

    private static Color Line { get; } = Color.FromHex("#d5dbe3");

    /// <summary>An empty plot with this much room for words around it.</summary>
    public static Plot Empty(PixelPadding padding)
    {
        var plot = new Plot();
        plot.Layout.Fixed(padding);
        plot.FigureBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Line;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.TickLabelStyle.IsVisible = false;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
        }

        return plot;
    }

    /// <summary>Four to six round steps from 0 that reach over a value.</summary>
    public static IReadOnlyList<double> Steps(double greatest)
    {
        var rough = Math.Max(greatest, 1) / 4;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.Select(factor => factor * magnitude).First(one => one >= rough);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(Math.Max(greatest, 1) / step) + 1).Select(number => number * step)];
    }
}
