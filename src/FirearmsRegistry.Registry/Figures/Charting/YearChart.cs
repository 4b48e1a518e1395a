using System.Globalization;
using ScottPlot;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary>
/// Percentages by year, as points joined where two years running have one; other series of the same years as marks of their own beneath. Time
/// runs from left to right in every language.
/// </summary>
internal static class YearChart
{
    private const int Height = 420;
    private const double Aside = 0.13;
    private const int PageWidth = 720;
    private const int PageHeight = 220;
    private const int NarrowHeight = 300;
    private const int Left = 64;
    private const int Right = 40;
    private const int NarrowYear = 58;
    private const double Whole = 100;
    private const int Beyond = 9;
    private const int Above = 14;
    private const int Below = 20;

    private static readonly double[] Steps = [0, 25, 50, 75, 100];

    /// <summary>Draws it.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="onPage">Whether it stands on a page, which gives its title and what is counted.</param>
    public static string Draw(Chart chart, bool onPage = false) => onPage
        ? Draw(chart, PageWidth, PageHeight, (Left, Right), 44, heading: false)
        : Draw(chart, ChartPlot.Width, Height, (Left, Right), chart.Others.Count > 0 ? 110 : 84, heading: true);

    /// <summary>Draws it for a telephone, on a page that gives its title and what is counted.</summary>
    public static string DrawNarrow(Chart chart) =>
        Draw(chart, NarrowWidth(chart.Items.Count), NarrowHeight, (Left * 3 / 4, Right / 2), 24 + ChartTexts.KeyHeight(chart), heading: false);

    /// <summary>How wide it is for a telephone, with so many years.</summary>
    public static int NarrowWidth(int years) => Left * 3 / 4 + Right / 2 + NarrowYear * Math.Max(years, 1);

    private static string Draw(Chart chart, int width, int height, (int Left, int Right) sides, int above, bool heading)
    {
        // Some way beyond nothing and the whole, so that a mark upon either is whole itself.
        var (top, bottom) = (above - Beyond, 40 - Beyond);
        var beyond = Whole * Beyond / (height - top - bottom - 2 * Beyond);
        var plot = ChartPlot.Empty(new PixelPadding(sides.Left, sides.Right, bottom, top));
        foreach (var series in chart.Others)
        {
            var points = series.Items.Index().Where(point => point.Item.Value is not null).ToArray();
            // Beside the place of the year, so that a value that hardly changed is not covered.
            var aside = series.Look == SeriesLook.Superseded ? -Aside : Aside;
            var marks = plot.Add.Markers(points.Select(point => point.Index + aside).ToArray(), points.Select(point => point.Item.Value!.Value).ToArray(),
                series.Look.Shape(), 12, series.Look.Color());
            marks.MarkerStyle.LineWidth = 1.5f;
        }

        foreach (var run in Runs(chart.Items))
        {
            var line = plot.Add.Scatter(run.Select(point => (double)point.Index).ToArray(), run.Select(point => point.Value).ToArray());
            line.Color = ChartPlot.Blue;
            line.LineWidth = 2.5f;
            line.MarkerSize = 9;
        }

        plot.Axes.Bottom.SetTicks([], []);
        plot.Axes.Left.SetTicks(Steps, [.. Steps.Select(_ => "")]);
        plot.Axes.SetLimits(-0.5, Math.Max(chart.Items.Count, 1) - 0.5, -beyond, Whole + beyond);

        var texts = new ChartTexts(plot.GetSvgHtml(width, height), chart, width, height, heading);
        foreach (var step in Steps)
        {
            var at = plot.GetPixel(new Coordinates(-0.5, step));
            texts.Add(step.ToString("0", CultureInfo.InvariantCulture), at.X - 8, at.Y, TextSide.Right);
        }

        foreach (var (item, index) in chart.Items.Select((item, index) => (item, index)))
        {
            var foot = plot.GetPixel(new Coordinates(index, 0));
            texts.Add(item.Label, foot.X, foot.Y + Below, TextSide.Middle);
            if (item.Value is { } value && plot.GetPixel(new Coordinates(index, value)) is var point)
                texts.Add(item.Text, point.X, point.Y - Above, TextSide.Middle);
            else if (chart.Others.All(series => series.Items[index].Value is null))
                texts.Add("–", foot.X, foot.Y - Above, TextSide.Middle);
        }

        if (chart.Items.All(item => item.Value is null) && chart.Others.All(series => series.Items.All(item => item.Value is null)))
            texts.AddMissing(width / 2, height / 2);
        return texts.ToSvg();
    }

    // A year without a value is a gap, not a zero and not a line across it.
    private static List<List<(int Index, double Value)>> Runs(IReadOnlyList<ChartItem> items)
    {
        var runs = new List<List<(int Index, double Value)>>();
        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Value is not { } value)
                continue;
            if (index == 0 || items[index - 1].Value is null)
                runs.Add([]);
            runs[^1].Add((index, value));
        }

        return runs;
    }
}
