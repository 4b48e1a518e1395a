using System.Text;
using FirearmsRegistry.Indicators.Tables;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.TabulatingYears;

/// <summary><c>GET /indicators/sdg-16-4-2/year-tables</c>, and the same as a file to be handed out.</summary>
internal static class GetYearTables
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Formats = ["xlsx", "csv", "csvw", "json"];

    private static readonly string[] Audiences = ["public", "full"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<YearTables>("/indicators/sdg-16-4-2/year-tables", ReadAsync)
            .Named("getYearTables", "All tables of a year for the questionnaire, with imported counts beside those of the register")
            .AsksYear()
            .Requires(AccessPolicy.ReadFigureItems);
        routes.MapRead<string>("/indicators/sdg-16-4-2/year-tables/file", ExportAsync)
            .Produces<string>(StatusCodes.Status200OK, Workbook, "text/csv", "application/csvm+json", "application/json")
            .Named("exportYearTables", "The tables of a year as a file; for the public without small cells and what would tell them")
            .AsksYear()
            .Query("format", required: false, $"One of {string.Join(", ", Formats)}; xlsx unless given. csvw describes the csv for machines.")
            .Query("audience", required: false, "public, unless given: small cells and as many more as protect them are not shown; full: everything.")
            .Requires(AccessPolicy.ReadFigureItems);
    }

    private static async Task<IResult> ReadAsync(FigureQuery query, AsKnownAt asKnownAt, YearTablesReader tables, CancellationToken token) =>
        Resources.Of(await tables.ReadAsync(query.Year, asKnownAt.Moment, token));

    private static async Task<IResult> ExportAsync(
        FigureQuery query, AsKnownAt asKnownAt, YearTablesReader tables, FigureSettings settings, HttpContext http, CancellationToken token)
    {
        if (!TryChoose(http, "format", Formats, out var format, out var refusal) || !TryChoose(http, "audience", Audiences, out var audience, out refusal))
            return ProblemDocuments.From(refusal!, http);
        var year = await tables.ReadAsync(query.Year, asKnownAt.Moment, token);
        var (handedOut, full) = (HandOut.Of(year), audience == "full");
        if (!full)
            handedOut = [.. handedOut.Select(table => table.Protected(settings.SmallBelow))];
        var name = FormattableString.Invariant($"iafq-{year.Country.Alpha3}-{year.Year}");
        return format switch
        {
            "csv" => Results.File(Csv(handedOut), "text/csv; charset=utf-8", $"{name}.csv"),
            "csvw" => Results.File(Encoding.UTF8.GetBytes(TableWriter.ToCsvMetadata($"{name}.csv")), "application/csvm+json", $"{name}.csv-metadata.json"),
            "json" => Results.File(Encoding.UTF8.GetBytes(TableWriter.ToJson(handedOut)), "application/json", $"{name}.json"),
            _ => Results.File(Xlsx(handedOut, full ? year : null), Workbook, $"{name}.xlsx"),
        };
    }

    private static byte[] Csv(IReadOnlyList<QuestionnaireTables> tables)
    {
        using var output = new StringWriter();
        TableWriter.WriteCsv(output, tables);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    // What stands by case or by partner is for those alone who may see the cases.
    private static byte[] Xlsx(IReadOnlyList<QuestionnaireTables> tables, YearTables? cases)
    {
        using var output = new MemoryStream();
        if (cases is null)
            WorkbookWriter.Write(output, tables);
        else
            WorkbookWriter.Write(output, tables, ("trace_requests", CaseSheets.TraceRequests(cases)), ("significant_seizures", CaseSheets.Significant(cases)));
        return output.ToArray();
    }

    private static bool TryChoose(HttpContext http, string name, string[] allowed, out string chosen, out Refusal? refusal)
    {
        chosen = http.Request.Query.TryGetValue(name, out var asked) ? asked.ToString() : allowed[0];
        refusal = allowed.Contains(chosen)
            ? null
            : RequestErrors.Query(name, chosen.Length > 100 ? chosen[..100] : chosen, $"Must be one of {string.Join(", ", allowed)}.");
        return refusal is null;
    }
}
