using FirearmsRegistry.Indicators.Counts;
using FirearmsRegistry.Indicators.Importing.Unodc;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Regions;
using FirearmsRegistry.Indicators.Variants;
using FirearmsRegistry.Marks.Countries;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.Computing;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Regions;

/// <summary>The figure of a State as computed from an imported file.</summary>
/// <param name="Country">The State.</param>
/// <param name="Status">Whether there is a value, and if not, why.</param>
/// <param name="Numerator">Arms whose point of diversion was identified; null where not reported.</param>
/// <param name="Denominator">The arms of which it is a share; null where not reported.</param>
/// <param name="Percent">Percent with two decimals; null without a value.</param>
/// <param name="LowDenominator">Whether so few arms stand below the line that the value jumps with each of them.</param>
/// <param name="NumeratorNotReported">Whether lines 1.2 to 1.4 were left empty and are taken for zero; such a State is not in the region's sum.</param>
public sealed record ImportedStateFigure(
    CountryCode Country, FigureStatus Status, long? Numerator, long? Denominator, decimal? Percent, bool LowDenominator, bool NumeratorNotReported);

/// <summary>A figure over several States from one imported file: numerators and denominators are summed apart and divided once.</summary>
/// <param name="CountFileId">The file.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Year">The year.</param>
/// <param name="Intake">Whose arms.</param>
/// <param name="FormulaId">The stable name of the formula.</param>
/// <param name="Members">The States asked for.</param>
/// <param name="Missing">Those that do not report both parts of the share, or have no arms below the line.</param>
/// <param name="Numerator">The sum of the numerators of those that report.</param>
/// <param name="Denominator">The sum of their denominators.</param>
/// <param name="Coverage">The share of States that report, from 0 to 1.</param>
/// <param name="CoverageNeeded">Below this there is no value (configured).</param>
/// <param name="Percent">Percent with two decimals; null below the coverage or without a denominator.</param>
/// <param name="States">The figure of each.</param>
/// <param name="Register">This State's own figure beside them, never in the sum.</param>
public sealed record RegionFigure(
    Guid CountFileId,
    string Source,
    int Year,
    FigureIntake Intake,
    string FormulaId,
    IReadOnlyList<CountryCode> Members,
    IReadOnlyList<CountryCode> Missing,
    long Numerator,
    long Denominator,
    decimal Coverage,
    decimal CoverageNeeded,
    decimal? Percent,
    IReadOnlyList<ImportedStateFigure> States,
    Figure Register);

/// <summary><c>GET /indicators/sdg-16-4-2/regions</c>: several States from an imported file, and this register's figure beside them.</summary>
internal static class GetRegion
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<RegionFigure>("/indicators/sdg-16-4-2/regions", HandleAsync)
        .Named("getRegion", "The indicator over several States from an imported file, its coverage, and this State's own figure for comparison")
        .AsksYear().AsksIntake().AsksVariant()
        .Query("file", required: true, "The imported file of counts (GET /count-files).")
        .Query("members", required: false, "The States, as alpha-3 codes between commas; all that the file has for the year unless given.")
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(
        FigureQuery query, AsKnownAt asKnownAt, NpgsqlDataSource database, IQuerySession session, RegistryCountry country, FigureSettings settings,
        TimeProvider time, HttpContext http, CancellationToken token)
    {
        if (!Guid.TryParse(http.Request.Query["file"], out var fileId))
            return ProblemDocuments.From(RequestErrors.Query("file", null, "Must be the id of an imported file of counts."), http);
        if (Members(http.Request.Query["members"]).Refused(out var refusal, out var asked))
            return ProblemDocuments.From(refusal, http);
        if (await session.LoadAsync<CountFile>(fileId, token) is not { } file || file.RecordedAt > asKnownAt.Moment)
            return ProblemDocuments.From(Refusal.NotFound("count file", fileId), http);
        var reported = FiguresOf(file.Settle(await FileCounts.OfFileAsync(database, fileId, query.Year, token), asKnownAt.Moment), query);
        var members = asked.Count > 0 ? asked : [.. reported.Keys.Order()];
        if (members.Count == 0)
            return ProblemDocuments.From(RequestErrors.Query("year", null, "The file has no tracing table of this year; name the members."), http);
        var states = members.Where(reported.ContainsKey).Select(member => new StateFigure(member, reported[member])).ToList();
        var region = RegionalFigure.Compute(query.Variant, members, states, settings.RegionalCoverage);
        return Resources.Of(new RegionFigure(fileId, file.Source.ToString(), query.Year, query.Intake, query.Variant.FormulaId(), region.Members,
            region.Missing, region.Numerator, region.Denominator, region.Coverage, region.CoverageNeeded, region.Percent,
            [.. states.Select(state => Of(state.Country, state.Figure))], await OwnAsync(query, asKnownAt.Moment, session, database, country, time, token)));
    }

    /// <summary>The figure of each State in the file; the intakes are added before the share is taken.</summary>
    internal static IReadOnlyDictionary<CountryCode, IndicatorFigure> FiguresOf(IReadOnlyList<UnodcCount> counts, FigureQuery query) =>
        UnodcTables.Of(counts).Where(table => query.Intake.Takes(table.Intake)).GroupBy(table => table.Country)
            .ToDictionary(state => state.Key, state => IndicatorFigure.Compute(query.Variant,
                state.Aggregate(OutcomeCounts.NotReported, (sum, table) => sum + table.Counts)));

    private static async Task<Figure> OwnAsync(
        FigureQuery query, DateTimeOffset? moment, IQuerySession session, NpgsqlDataSource database, RegistryCountry country, TimeProvider time, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var inputs = await YearInputs.ReadAsync(session, connection, country.Code, query.Year, query.Intake, moment, token);
        var now = time.GetUtcNow();
        return Figure.Of(country.Code, query.Year, query.Intake, query.Variant, inputs.Of(query.Intake), moment ?? now, now);
    }

    private static ImportedStateFigure Of(CountryCode country, IndicatorFigure figure) =>
        new(country, figure.Status, figure.Numerator, figure.Denominator, figure.Percent, figure.LowDenominator, figure.NumeratorNotReported);

    private static Result<IReadOnlyList<CountryCode>> Members(string? text)
    {
        var members = new List<CountryCode>();
        foreach (var code in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CountryCode.Parse(code).TryGet(out var country, out _) || members.Contains(country) || members.Count == 300)
                return RequestErrors.Query("members", code.Length > 100 ? code[..100] : code, "Must be alpha-3 codes of States, each once.");
            members.Add(country);
        }

        return Result.Of<IReadOnlyList<CountryCode>>(members);
    }
}
