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

    private const string Tables = "tables";

    private static readonly string[] Parts = [Tables, CaseLists.TraceRequestsName, CaseLists.SignificantName];

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
            .Query("part", required: false,
                $"Of csv for the full audience, one of {string.Join(", ", Parts)}; tables unless given. The other formats have all of them in one file.")
            .Requires(AccessPolicy.ReadFigureItems);
    }

    private static async Task<IResult> ReadAsync(FigureQuery query, AsKnownAt asKnownAt, YearTablesReader tables, HttpContext http, CancellationToken token) =>
        Resources.Of(await TablesAsync(tables, query.Year, asKnownAt, http, token));

    private static async Task<YearTables> TablesAsync(YearTablesReader tables, int year, AsKnownAt asKnownAt, HttpContext http, CancellationToken token)
    {
        var read = await tables.ReadAsync(year, asKnownAt.Moment, token);
        return CaseReaders.Has(http) ? read : read.Deidentified();
    }

    private static async Task<IResult> ExportAsync(
        FigureQuery query, AsKnownAt asKnownAt, YearTablesReader tables, HandedOut handedOut, HttpContext http, CancellationToken token)
    {
        if (!TryChoose(http, "format", Formats, out var format, out var refusal) || !TryChoose(http, "audience", Audiences, out var audience, out refusal)
            || !TryChoose(http, "part", Parts, out var part, out refusal))
        {
            return ProblemDocuments.From(refusal!, http);
        }

        var full = audience == "full";
        if (part != Tables && (!full || format != "csv"))
            return ProblemDocuments.From(RequestErrors.Query("part", part, "What stands by case or by partner is not for the public; only csv has it in parts."), http);
        var year = await TablesAsync(tables, query.Year, asKnownAt, http, token);
        // What stands by case or by partner is for those alone who may see the cases.
        IReadOnlyList<CaseList> lists = full ? [CaseLists.TraceRequests(year), CaseLists.Significant(year)] : [];
        var shown = full ? HandOut.Of(year) : await handedOut.ProtectAsync(HandOut.Of(year), query.Year, asKnownAt.Moment, token);
        var name = FormattableString.Invariant($"iafq-{year.Country.Alpha3}-{year.Year}");
        return format switch
        {
            "csv" => Results.File(Csv(shown, lists.FirstOrDefault(list => list.Name == part)), "text/csv; charset=utf-8",
                part == Tables ? $"{name}.csv" : $"{name}-{part}.csv"),
            "csvw" => Results.File(Encoding.UTF8.GetBytes(TableWriter.ToCsvMetadata($"{name}.csv", [.. lists.Select(list => ($"{name}-{list.Name}.csv", list))])),
                "application/csvm+json", $"{name}.csv-metadata.json"),
            "json" => Results.File(Encoding.UTF8.GetBytes(TableWriter.ToJson(shown, lists)), "application/json", $"{name}.json"),
            _ => Results.File(Xlsx(shown, lists), Workbook, $"{name}.xlsx"),
        };
    }

    private static byte[] Csv(IReadOnlyList<QuestionnaireTables> tables, CaseList? list)
    {
        using var output = new StringWriter();
        if (list is null)
            TableWriter.WriteCsv(output, tables);
        else
            TableWriter.WriteCsv(output, list);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private static byte[] Xlsx(IReadOnlyList<QuestionnaireTables> tables, IReadOnlyList<CaseList> lists)
    {
        using var output = new MemoryStream();
        WorkbookWriter.Write(output, tables, lists);
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
