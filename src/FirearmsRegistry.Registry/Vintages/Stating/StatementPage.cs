using System.Globalization;
using System.Text;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Figures.Charting;
using FirearmsRegistry.Registry.Shared.Countries;
using FirearmsRegistry.Registry.Shared.Wording;
using FirearmsRegistry.Registry.Vintages.ShowingPublicly;

namespace FirearmsRegistry.Registry.Vintages.Stating;

/// <summary>
/// What a vintage says, on one page that a person without statistics reads: the number, the counts, and how it is to be read. It loads
/// nothing from elsewhere and runs nothing.
/// </summary>
internal static class StatementPage
{
    /// <summary>What the page may do; also in the page itself, for whoever prints or keeps it.</summary>
    public const string ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const int MostYears = 10;
    private const int MostVintages = 4;

    private const string Style =
        """
        @page{size:A4;margin:12mm 14mm}*{box-sizing:border-box}
        body{font:10pt/1.4 "Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",sans-serif;color:#111;max-width:182mm;margin:0 auto;padding:0 2mm}
        @media screen{body{padding:8mm 4mm}}
        h1{font-size:15pt;line-height:1.25;margin:0 0 2mm}h2{font-size:11.5pt;margin:4mm 0 1mm}p{margin:1mm 0}
        .value{font-size:12pt;border-inline-start:1.2mm solid #1b5e9b;padding:1mm 4mm;margin:3mm 0}.about{font-size:8.5pt;color:#444}
        .warning{border:.6mm solid #b00020;padding:1.5mm 3mm;font-weight:bold}
        table{border-collapse:collapse;width:100%;font-size:8pt}th,td{border:.2mm solid #aaa;padding:.5mm 1.5mm;text-align:start}
        table+table{margin-top:2mm}th{background:#eee}.n{text-align:end;white-space:nowrap}ul{font-size:9pt;margin:1mm 0;padding-inline-start:5mm}
        figure{margin:1mm 0}figure svg{display:block;width:100%;height:auto}figcaption{font-size:8pt}figcaption p{margin:0}
        footer{font-size:7.5pt;color:#444;margin-top:4mm;overflow-wrap:anywhere}
        """;

    /// <summary>The page.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="country">The State that reports.</param>
    /// <param name="language">In which language.</param>
    /// <param name="chart">The years and what other vintages say of them; null where there is none.</param>
    public static string Of(Vintage vintage, IReadOnlyList<PublicFigure> figures, CountryCode country, ReportLanguage language, Chart? chart)
    {
        var words = ReportWords.In(language);
        var years = figures.Select(figure => figure.Year).Distinct().OrderDescending().Take(MostYears).ToArray();
        var series = figures.Where(figure => figure.IsOfPublishedSeries && years.Contains(figure.Year)).OrderBy(figure => figure.Year).ToArray();
        return
            $"""
            <!DOCTYPE html>
            <html lang="{words.Code}" dir="{words.Direction}"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentSecurityPolicy}">
            <title>{Word(words, "statement.title")}</title><style>{Style}</style></head>
            <body><h1>{Word(words, "statement.title")}</h1>
            <p>{Markup.Sentence(words["registry"], ("country", Markup.Words(CountryNames.Of(language, country)))).Html}</p>
            <p>{Word(words, "statement.vintage")}: {Markup.Figure(vintage.Label.ToString()).Html}{Moments(words, vintage)}</p>
            {Standing(words, vintage)}
            {(series.Length == 0 ? "" : $"<p class=\"value\">{Value(words, series[^1])}</p>")}
            {(chart is null ? "" : Chart(chart))}
            <h2>{Word(words, "statement.counts")}</h2>{(series.Length > 1 ? YearsTable(words, series) : "")}{Table(words, [.. figures.Where(figure => IsOnThePage(figure, years))])}
            {(vintage.Years.Count > years.Length ? $"<p class=\"about\">{Word(words, "statement.newest_years")}</p>" : "")}
            <h2>{Word(words, "statement.reading")}</h2><ul>{string.Concat(Caveats(words, series).Select(caveat => $"<li>{caveat}</li>"))}</ul>
            <footer>{Word(words, "statement.digest")}: {Markup.Figure(vintage.ContentDigest).Html}</footer></body></html>
            """;
    }

    private static string Word(ReportWords words, string key) => Markup.Words(words[key]).Html;

    private static string Moments(ReportWords words, Vintage vintage)
    {
        var known = $" · {Word(words, "report.known_at")}: {Markup.Words(words.Moment(vintage.KnownAt)).Html}";
        return vintage.PublishedAt is { } at ? $" · {Word(words, "statement.published")}: {Markup.Words(words.Moment(at)).Html}{known}" : known;
    }

    private static string Standing(ReportWords words, Vintage vintage)
    {
        var key = vintage.State switch
        {
            VintageState.Draft or VintageState.Reviewed => "statement.draft",
            VintageState.Withdrawn => "statement.withdrawn",
            VintageState.Superseded => "statement.superseded",
            VintageState.Published => null,
        };
        if (key is not null)
            return $"<p class=\"warning\">{Word(words, key)}</p>";
        var years = string.Join(", ", vintage.SupersededYears.Select(superseded => superseded.Year.ToString(CultureInfo.InvariantCulture)));
        return years.Length == 0 ? "" : $"<p class=\"warning\">{Markup.Figure(years).Html}: {Word(words, "statement.superseded")}</p>";
    }

    /// <summary>A figure as a sentence, as HTML.</summary>
    public static string Value(ReportWords words, PublicFigure figure) => figure switch
    {
        { Status: FigureStatus.Computed, Numerator: { } numerator, Denominator: { } denominator, Percent: { } percent } => Markup.Sentence(
            words["statement.value"], ("year", Year(figure)), ("numerator", Markup.Figure(words.Number(numerator))),
            ("denominator", Markup.Figure(words.Number(denominator))), ("percent", Markup.Figure(words.Percent(percent)))).Html,
        { Status: FigureStatus.Suppressed } => Markup.Sentence(words["statement.suppressed"], ("year", Year(figure))).Html,
        { Status: FigureStatus.NotReported } => Markup.Sentence(words["statement.not_reported"], ("year", Year(figure))).Html,
        _ => Markup.Sentence(words["statement.zero_denominator"], ("year", Year(figure))).Html,
    };

    /// <summary>The picture, and what the latest of the other vintages say in words: a mark tells no second decimal.</summary>
    private static string Chart(Chart chart)
    {
        var others = chart.Others.TakeLast(MostVintages).Select(series => (series.Name, Items: series.Items.Where(item => item.Value is not null).ToArray()))
            .Where(series => series.Items.Length > 0)
            .Select(series => $"<p>{Markup.Words(series.Name).Html} – {Markup.Words(string.Join("; ", series.Items.Select(item => $"{item.Label}: {item.Text}"))).Html}</p>");
        return $"""
            <h2>{Markup.Words(chart.Title).Html}</h2><p class="about">{Markup.Words(chart.About).Html}</p>
            <figure>{YearChart.Draw(chart, onPage: true)}<figcaption>{string.Concat(others)}</figcaption></figure>
            """;
    }

    /// <summary>The published series, a column for each year.</summary>
    private static string YearsTable(ReportWords words, IReadOnlyList<PublicFigure> series)
    {
        var table = new StringBuilder($"<table><thead><tr><th>{Word(words, "statement.year")}</th>");
        foreach (var figure in series)
            table.Append(CultureInfo.InvariantCulture, $"<th class=\"n\">{Year(figure).Html}</th>");
        table.Append("</tr></thead><tbody>");
        Row("numerator", figure => Number(words, figure.Numerator));
        Row("denominator", figure => Number(words, figure.Denominator));
        Row("percent", figure => Share(words, figure));
        return table.Append("</tbody></table>").ToString();

        void Row(string name, Func<PublicFigure, string> cell)
        {
            table.Append(CultureInfo.InvariantCulture, $"<tr><th>{Word(words, "statement." + name)}</th>");
            foreach (var figure in series)
                table.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{(figure.Status == FigureStatus.Suppressed ? "…" : Markup.Figure(cell(figure)).Html)}</td>");
            table.Append("</tr>");
        }
    }

    /// <summary>One year in its formulas and intakes.</summary>
    private static string Table(ReportWords words, IReadOnlyList<PublicFigure> figures)
    {
        var table = new StringBuilder("<table><thead><tr>");
        foreach (var column in new[] { "year", "intake", "formula", "numerator", "denominator", "percent" })
            table.Append(CultureInfo.InvariantCulture, $"<th>{Word(words, "statement." + column)}</th>");
        table.Append("</tr></thead><tbody>");
        foreach (var figure in figures)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Year(figure).Html}</td><td>{Markup.Words(words.Of(figure.Intake)).Html}</td><td>{Markup.Words(words.Of(figure.Variant)).Html}</td>");
            if (figure.Status == FigureStatus.Suppressed)
            {
                table.Append(CultureInfo.InvariantCulture, $"<td class=\"n\" colspan=\"3\">{Word(words, "statement.not_shown")}</td></tr>");
                continue;
            }

            foreach (var cell in new[] { Number(words, figure.Numerator), Number(words, figure.Denominator), Share(words, figure) })
                table.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{Markup.Figure(cell).Html}</td>");
            table.Append("</tr>");
        }

        return table.Append("</tbody></table>").ToString();
    }

    /// <summary>
    /// All that could be said needs more than a page: of the last year the seized arms in every formula, and the other intakes in the published one.
    /// </summary>
    private static bool IsOnThePage(PublicFigure figure, int[] years) =>
        figure.Year == years[0] && (figure.Intake == FigureIntake.Seized || figure.Variant == IndicatorVariant.PotentiallyTraceable);

    /// <summary>How the figures are to be read, as HTML.</summary>
    public static IEnumerable<string> Caveats(ReportWords words, IReadOnlyList<PublicFigure> series)
    {
        yield return Word(words, "statement.caveat.high");
        yield return Word(words, "statement.caveat.tracing");
        yield return Word(words, "statement.caveat.sample");
        if (series.Where(figure => figure.Provisional).ToArray() is { Length: > 0 } provisional)
            yield return Markup.Sentence(words["statement.caveat.provisional"], ("year", Years(provisional))).Html;
        if (series.Where(figure => figure.LowDenominator).ToArray() is { Length: > 0 } low)
        {
            yield return Markup.Sentence(words["statement.caveat.low"], ("year", Years(low)),
                ("limit", Markup.Figure(words.Number(IndicatorFigure.LowDenominatorLimit)))).Html;
        }

        if (series.Where(figure => figure.NumeratorNotReported).ToArray() is { Length: > 0 } without)
            yield return Markup.Sentence(words["statement.caveat.numerator"], ("year", Years(without))).Html;
        foreach (var compiled in Compilations(words, series))
            yield return compiled;
    }

    /// <summary>The years whose counts are not the register's, with whoever compiled them.</summary>
    /// <remarks>Two files of one name are told apart by the beginning of their digests: they are two compilations.</remarks>
    private static IEnumerable<string> Compilations(ReportWords words, IReadOnlyList<PublicFigure> series)
    {
        var sources = series.Where(figure => figure.Source?.Counts is not null).GroupBy(figure => figure.Source!.Counts!).ToList();
        return sources.Select(source => Markup.Sentence(words["statement.caveat.source"], ("year", Years([.. source])),
            ("source", Markup.Free(sources.Count(other => other.Key.Name == source.Key.Name) > 1 ? source.Key.Short : source.Key.Name))).Html);
    }

    private static Markup Years(IReadOnlyList<PublicFigure> figures)
    {
        int[] years = [.. figures.Select(figure => figure.Year)];
        return Markup.Figure(years.Length > 2 && years[^1] - years[0] == years.Length - 1
            ? string.Create(CultureInfo.InvariantCulture, $"{years[0]}–{years[^1]}")
            : string.Join(", ", years));
    }

    private static string Share(ReportWords words, PublicFigure figure) => figure.Percent is { } percent ? words.Percent(percent) : "–";

    private static string Number(ReportWords words, long? number) => number is { } known ? words.Number(known) : "–";

    private static Markup Year(PublicFigure figure) => Markup.Figure(figure.Year.ToString(CultureInfo.InvariantCulture));
}
