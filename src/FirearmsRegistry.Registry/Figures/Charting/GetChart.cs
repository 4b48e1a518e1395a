using System.Text;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Wording;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Charting;

/// <summary><c>GET /indicators/sdg-16-4-2/charts/{chart}</c>: a picture of the year as known now or at a moment, as SVG without scripts.</summary>
internal static class GetChart
{
    private const string Svg = "image/svg+xml";
    private const int YearsShown = 10;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<string>("/indicators/sdg-16-4-2/charts/{chart}", HandleAsync)
        .Produces<string>(StatusCodes.Status200OK, Svg)
        .Named("getChart", $"A chart of a year as SVG: one of {string.Join(", ", Codes.All<ChartKind>())}")
        .AsksYear()
        .Query("language", required: false, $"One of {string.Join(", ", Codes.All<ReportLanguage>())}; en unless given.")
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(
        string chart, FigureQuery query, IQuerySession session, IPublishedVintages vintages, RegistryCountry country, NpgsqlDataSource database,
        AsKnownAt asKnownAt, HttpContext http, CancellationToken token)
    {
        string? language = http.Request.Query["language"];
        if (!Codes.TryParse<ChartKind>(chart, out var kind))
            return Refused(http, "path:chart", chart, $"Must be one of {string.Join(", ", Codes.All<ChartKind>())}.");
        if (!Codes.TryParse<ReportLanguage>(language ?? "en", out var chosen))
            return Refused(http, "query:language", language, $"Must be one of {string.Join(", ", Codes.All<ReportLanguage>())}.");
        var charts = new FigureCharts(chosen);
        var svg = kind switch
        {
            ChartKind.Years => YearChart.Draw(charts.OfYears(
                await (asKnownAt.Moment is { } moment ? YearsAsync(session, database, country, query.Year, moment, token) : YearsAsync(session, country, query.Year, token)),
                await vintages.OfOfficeAsync(asKnownAt.Moment, token))),
            ChartKind.Intakes => BarChart.Draw(charts.OfIntakes(query.Year, Intakes(await InputsAsync(session, database, country, query.Year, asKnownAt.Moment, token)))),
            ChartKind.Outcomes => BarChart.Draw(charts.OfOutcomes(
                query.Year, (await InputsAsync(session, database, country, query.Year, asKnownAt.Moment, token)).Of(FigureIntake.Seized).Counts)),
            ChartKind.PartnerReplyTimes => BarChart.Draw(charts.OfPartners(query.Year, await ReplyTimes.ReadAsync(database, query.Year, asKnownAt.Moment, token))),
        };
        return Results.Text(svg, Svg, Encoding.UTF8);
    }

    private static async Task<IReadOnlyList<(int Year, decimal? Percent)>> YearsAsync(
        IQuerySession session, RegistryCountry country, int last, CancellationToken token)
    {
        var years = Enumerable.Range(last - YearsShown + 1, YearsShown).ToList();
        var ids = years.ToDictionary(year => Figure.IdOf(country.Code, year, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable));
        var figures = (await session.LoadManyAsync<Figure>(token, [.. ids.Keys])).ToDictionary(figure => figure.Year, figure => figure.Percent);
        return [.. years.Select(year => (year, figures.GetValueOrDefault(year)))];
    }

    /// <summary>The stored figures are those of now: what was known at a moment is counted anew.</summary>
    private static async Task<IReadOnlyList<(int Year, decimal? Percent)>> YearsAsync(
        IQuerySession session, NpgsqlDataSource database, RegistryCountry country, int last, DateTimeOffset moment, CancellationToken token)
    {
        var percents = new List<(int Year, decimal? Percent)>();
        foreach (var year in Enumerable.Range(last - YearsShown + 1, YearsShown).Where(year => year >= Years.First))
        {
            var inputs = await InputsAsync(session, database, country, year, moment, token);
            percents.Add((year, Figure.Of(country.Code, year, FigureIntake.Seized, IndicatorVariant.PotentiallyTraceable, inputs.Of(FigureIntake.Seized),
                moment, moment).Percent));
        }

        return percents;
    }

    private static List<(Intake Intake, long? Arms)> Intakes(YearInputs inputs) =>
    [
        (Intake.Seized, inputs.Of(FigureIntake.Seized).Counts.Total),
        (Intake.Found, inputs.Of(FigureIntake.Found).Counts.Total),
        (Intake.Surrendered, inputs.Of(FigureIntake.Surrendered).Counts.Total),
    ];

    private static async Task<YearInputs> InputsAsync(
        IQuerySession session, NpgsqlDataSource database, RegistryCountry country, int year, DateTimeOffset? moment, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        return await YearInputs.ReadAsync(session, connection, country.Code, year, FigureIntake.All, moment, token);
    }

    private static IResult Refused(HttpContext http, string pointer, string? seen, string rule) =>
        ProblemDocuments.From(Refusal.Input(new InputError(pointer, seen?.Length > 100 ? null : seen, rule)), http);
}
