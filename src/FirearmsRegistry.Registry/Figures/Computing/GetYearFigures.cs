using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary>
/// All figures of a year, and its value over two years by both rules of the published series. Behind those of a year whose source is a file
/// stand no cases, so that none of their cells leads anywhere.
/// </summary>
/// <param name="Year">The year of the first physical intake, local date.</param>
/// <param name="Figures">Every variant of every intake.</param>
/// <param name="OverTwoYears">
/// The same over two years: the mean with the year that follows, under this year, and the pooled value with the year before, under this year.
/// </param>
public sealed record YearFigures(int Year, IReadOnlyList<Figure> Figures, IReadOnlyList<TwoYearValue> OverTwoYears);

/// <summary>A value over two years with the integers of each. Where one year has no value the other stands alone, under its own year.</summary>
/// <param name="Intake">Whose arms.</param>
/// <param name="Variant">Which formula.</param>
/// <param name="Rule">How the years are brought together.</param>
/// <param name="LabelYear">The year under which the value is published; null without a value.</param>
/// <param name="Years">Both years in their order.</param>
/// <param name="Percent">Percent with two decimals, halves away from zero; null without a value.</param>
public sealed record TwoYearValue(
    FigureIntake Intake, IndicatorVariant Variant, TwoYearRule Rule, int? LabelYear, IReadOnlyList<TwoYearPart> Years, decimal? Percent);

/// <summary>One of two years.</summary>
/// <param name="Year">The year.</param>
/// <param name="Status">Whether it has a value, and if not, why: then the other stands alone.</param>
/// <param name="Numerator">Arms whose point of diversion was identified; null where nothing was reported.</param>
/// <param name="Denominator">The arms of which it is a share; null where nothing was reported.</param>
/// <param name="NumeratorNotReported">Whether lines 1.2 to 1.4 were left empty and are taken for zero.</param>
/// <param name="Source">On what it rests; the two years may rest on different sources.</param>
public sealed record TwoYearPart(
    int Year, FigureStatus Status, long? Numerator, long? Denominator, bool NumeratorNotReported = false, FigureSource? Source = null);

/// <summary><c>GET /indicators/sdg-16-4-2/year-figures</c>.</summary>
internal static class GetYearFigures
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<YearFigures>("/indicators/sdg-16-4-2/year-figures", HandleAsync)
        .Named("getYearFigures", "Every variant of every intake of a year as known now or at a moment, and the values over two years")
        .AsksYear()
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(
        FigureQuery query, AsKnownAt asKnownAt, RegistryCountry country, NpgsqlDataSource database, IQuerySession session, TimeProvider time,
        CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var years = new Dictionary<int, YearInputs>();
        foreach (var year in new[] { query.Year - 1, query.Year, query.Year + 1 })
            years[year] = await YearInputs.ReadAsync(session, connection, country.Code, year, FigureIntake.All, asKnownAt.Moment, token);
        var now = time.GetUtcNow();
        return Resources.Of(new YearFigures(query.Year,
            [
                .. FigureKinds.All.Select(kind => Figure.Of(country.Code, query.Year, kind.Intake, kind.Variant,
                    years[query.Year].Of(kind.Intake), asKnownAt.Moment ?? now, now)),
            ],
            [
                .. from kind in FigureKinds.All
                   from rule in Enum.GetValues<TwoYearRule>()
                   let first = rule == TwoYearRule.Mean ? query.Year : query.Year - 1
                   select Bring(kind, rule, (first, years[first]), (first + 1, years[first + 1])),
            ]));
    }

    private static TwoYearValue Bring(
        (FigureIntake Intake, IndicatorVariant Variant) kind, TwoYearRule rule, (int Year, YearInputs Inputs) first, (int Year, YearInputs Inputs) second)
    {
        var (one, other) = (Annual(first.Year, first.Inputs), Annual(second.Year, second.Inputs));
        var value = TwoYearFigure.Compute(rule, one, other);
        return new TwoYearValue(kind.Intake, kind.Variant, rule, value.LabelYear, [Part(one, first.Inputs), Part(other, second.Inputs)],
            Figure.TwoDecimals(value.Percent));

        AnnualFigure Annual(int year, YearInputs inputs) => new(year, IndicatorFigure.Compute(kind.Variant, inputs.Of(kind.Intake).Counts));
    }

    private static TwoYearPart Part(AnnualFigure annual, YearInputs inputs) => new(annual.Year, annual.Figure.Status, annual.Figure.Numerator,
        annual.Figure.Denominator, annual.Figure.NumeratorNotReported, FigureSource.Of(inputs.Source));
}
