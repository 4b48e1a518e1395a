using System.Globalization;
using System.Xml.Linq;
using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Registry.Figures.Charting;
using FirearmsRegistry.Registry.Shared.Wording;

namespace FirearmsRegistry.Registry.Tests.Figures.Charting;

public sealed class ChartTests
{
    internal static readonly OutcomeCounts Counts = OutcomeCounts.FromTallies(
    [
        KeyValuePair.Create(OutcomeLine.LegitimateOwner, 61L), KeyValuePair.Create(OutcomeLine.IllegitimateOwner, 2_104L),
        KeyValuePair.Create(OutcomeLine.Pending, 318L), KeyValuePair.Create(OutcomeLine.NotInitiated, 1_877L),
        KeyValuePair.Create(OutcomeLine.ErasedOrAltered, 240L),
    ]);

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_chart_is_a_picture_with_words_and_without_scripts_in_every_language(ReportLanguage language)
    {
        var charts = new FigureCharts(language);

        foreach (var svg in (string[])
                 [
                     YearChart.Draw(charts.OfYears(Years)), BarChart.Draw(charts.OfIntakes(2020, Intakes)),
                     BarChart.Draw(charts.OfOutcomes(2020, Counts)), BarChart.Draw(charts.OfPartners(2020, Partners)),
                 ])
        {
            var root = XDocument.Parse(svg).Root!;
            Assert.Equal("svg", root.Name.LocalName);
            Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "foreignObject" or "image");
            Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.All(Texts(root), text => Assert.Equal(language == ReportLanguage.Ar ? "rtl" : null, (string?)text.Attribute("direction")));
            Assert.NotEmpty(Texts(root));
        }
    }

    [Fact]
    public void What_was_not_reported_is_said_and_is_not_a_zero()
    {
        var svg = BarChart.Draw(new FigureCharts(ReportLanguage.En).OfIntakes(2020, Intakes));

        Assert.Equal(["Arms by intake, 2020", "Arms that count for the indicator", "seized", "4,600", "found", "0", "surrendered", "not reported"],
            Texts(XDocument.Parse(svg).Root!).Select(text => text.Value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mark_upon_nothing_or_upon_the_whole_is_whole_itself(bool onPage)
    {
        var root = XDocument.Parse(YearChart.Draw(new FigureCharts(ReportLanguage.En).OfYears([(2019, 0m), (2020, 100m)]), onPage)).Root!;

        var shown = root.Descendants().Single(element => element.Name.LocalName == "clipPath").Elements().Single();
        var (top, bottom) = (Number(shown, "y"), Number(shown, "y") + Number(shown, "height"));
        var marks = root.Descendants().Where(element => element.Name.LocalName == "ellipse").ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.InRange(Number(mark, "cy"), top + Number(mark, "ry"), bottom - Number(mark, "ry")));
    }

    [Fact]
    public void A_year_without_a_value_is_a_gap()
    {
        var svg = YearChart.Draw(new FigureCharts(ReportLanguage.En).OfYears(Years));

        var texts = Texts(XDocument.Parse(svg).Root!).Select(text => text.Value).ToList();
        Assert.Contains("–", texts);
        Assert.Contains("46.28 %", texts);
        Assert.DoesNotContain("0.00 %", texts);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Published_vintages_stand_beside_the_live_figures_with_a_key_and_in_words(ReportLanguage language)
    {
        ChartedVintage[] vintages =
        [
            new("ESP-1", false, new Dictionary<int, decimal> { [2018] = 37.5m, [2020] = 46.28m }),
            new("ESP-2", true, new Dictionary<int, decimal> { [2020] = 46.39m }),
        ];

        var root = XDocument.Parse(YearChart.Draw(new FigureCharts(language).OfYears(Years, vintages))).Root!;

        var words = ReportWords.In(language);
        Assert.Equal(1, root.Elements().Count(element => element.Name.LocalName == "rect" && (string?)element.Attribute("fill") == SeriesLook.InForce.Hex()));
        Assert.All(["chart.live", "chart.in_force", "chart.superseded"], key => Assert.Contains(words[key], Texts(root).Select(text => text.Value)));
        var said = root.Elements().Single(element => element.Name.LocalName == "desc").Value.Replace("\u2066", "", StringComparison.Ordinal);
        Assert.Contains("ESP-1", said, StringComparison.Ordinal);
        Assert.Contains($"2020: {words.Percent(46.39m)}", said, StringComparison.Ordinal);
        Assert.Contains($"2018: {words.Percent(37.5m)}", said, StringComparison.Ordinal);
        Assert.Contains(words["chart.not_reported"], said, StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_telephone_five_years_have_its_width_and_the_key_stands_in_rows()
    {
        var years = Enumerable.Range(2016, 5).Select(year => (year, (decimal?)50m)).ToArray();
        ChartedVintage[] vintages =
            [new("ESP-1", false, new Dictionary<int, decimal> { [2018] = 37.5m }), new("ESP-2", true, new Dictionary<int, decimal> { [2020] = 46.39m })];
        var chart = new FigureCharts(ReportLanguage.En).OfYears(years, vintages);

        var (narrow, wide) = (XDocument.Parse(YearChart.DrawNarrow(chart)).Root!, XDocument.Parse(YearChart.Draw(chart)).Root!);

        Assert.InRange(YearChart.NarrowWidth(5), 300, 390);
        var words = ReportWords.In(ReportLanguage.En);
        var key = Texts(narrow).Where(text => new[] { "chart.live", "chart.in_force", "chart.superseded" }.Any(each => words[each] == text.Value)).ToList();
        Assert.Equal(3, key.Select(text => Number(text, "y")).Distinct().Count());
        Assert.Empty(Ids(narrow).Intersect(Ids(wide)));

        static IEnumerable<string> Ids(XElement drawing) => drawing.Descendants().Attributes("id").Select(id => id.Value);
    }

    [Fact]
    public void Every_chart_says_its_values_in_words_to_whoever_does_not_see_it()
    {
        var root = XDocument.Parse(BarChart.Draw(new FigureCharts(ReportLanguage.En).OfIntakes(2020, Intakes))).Root!;

        Assert.Equal("Arms by intake, 2020", root.Elements().Single(element => element.Name.LocalName == "title").Value);
        Assert.Equal("Arms that count for the indicator. seized: 4,600; found: 0; surrendered: not reported.",
            root.Elements().Single(element => element.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void A_chart_without_any_value_says_so()
    {
        var svg = BarChart.Draw(new FigureCharts(ReportLanguage.En).OfPartners(2020, []));

        Assert.Contains("not reported", Texts(XDocument.Parse(svg).Root!).Select(text => text.Value));
    }

    [Fact]
    public void Codes_keep_their_order_within_a_script_from_right_to_left() =>
        Assert.Contains("\u20662.a\u2069", BarChart.Draw(new FigureCharts(ReportLanguage.Ar).OfOutcomes(2020, Counts)), StringComparison.Ordinal);

    [Fact]
    public void Words_are_escaped()
    {
        var svg = BarChart.Draw(new Chart("<script>alert(1)</script>", "&", "en", false, [new ChartItem("\"><b>", 1, "<1>")], "none"));

        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.Contains("<1>", Texts(XDocument.Parse(svg).Root!).Select(text => text.Value));
    }

    [Theory]
    [InlineData(0, new double[] { 0, 0.25, 0.5, 0.75, 1 })]
    [InlineData(46, new double[] { 0, 20, 40, 60 })]
    [InlineData(4_600, new double[] { 0, 2_000, 4_000, 6_000 })]
    public void Steps_are_round_and_reach_over_the_greatest_value(double greatest, double[] steps) =>
        Assert.Equal(steps, ChartPlot.Steps(greatest));

    internal static (int Year, decimal? Percent)[] Years { get; } =
        [(2016, 31.5m), (2017, null), (2018, 38.02m), (2019, 41.1m), (2020, 46.28m)];

    internal static (Intake Intake, long? Arms)[] Intakes { get; } =
        [(Intake.Seized, 4_600), (Intake.Found, 0), (Intake.Surrendered, null)];

    internal static PartnerReplies[] Partners { get; } =
        [new("FRA", 12, 14.5m), new("DEU", 7, 9m), new("PRT", 3, 41.2m)];

    private static double Number(XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);

    private static List<XElement> Texts(XElement root) => [.. root.Descendants().Where(element => element.Name.LocalName == "text")];
}
