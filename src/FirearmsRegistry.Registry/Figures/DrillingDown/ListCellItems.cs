using System.Globalization;
using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Indicators.Outcomes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Figures.ChoosingSources;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.DrillingDown;

/// <summary><c>GET /indicators/sdg-16-4-2/tables/{table}/cells/{category}/items</c>, in the order of the items' ids.</summary>
internal static class ListCellItems
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<CellItem>>("/indicators/sdg-16-4-2/tables/{table}/cells/{category}/items", HandleAsync)
        .Named("listCellItems", "The cases behind a cell of a year's tables or a part of a figure, de-identified, a page at a time")
        .AsksYear().AsksIntake().AsksVariant()
        .Query("part", required: false, "all, unless given; administrative: those among them that were seized for an administrative violation only.")
        .Requires(AccessPolicy.ReadFigureItems);

    private static async Task<IResult> HandleAsync(
        string table, string category, FigureQuery query, AsKnownAt asKnownAt, PageRequest page, NpgsqlDataSource database, IQuerySession session,
        HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        if (page.After is { } position && !Guid.TryParse(position, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        if (CellCondition.Of(table, category, query.Variant, asKnownAt.Moment).Refused(out var refusal, out var cell))
            return ProblemDocuments.From(refusal, http);
        if (http.Request.Query["part"] is [{ } part, ..] && part != "all")
        {
            if (part != "administrative")
                return ProblemDocuments.From(RequestErrors.Query("part", part.Length > 100 ? null : part, "Must be all or administrative."), http);
            cell = cell with { Where = $"{cell.Where} and {CellCondition.Administrative}" };
        }

        // Behind the counts of a file stands no item of this register.
        if (table == FigureCells.Table && (await session.LoadAsync<YearSource>(YearSource.IdOf(query.Year), token))?.At(asKnownAt.Moment) is not null)
            return Resources.Of(new Page<CellItem>([], null));
        var intake = cell.Intake ?? query.Intake;
        await using var command = database.CreateCommand();
        KnownFacts.Add(command.Parameters, query.Year, intake, asKnownAt.Moment);
        command.CommandText = Sql(cell, intake, asKnownAt.Moment, command.Parameters.Count);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = cell.Codes });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Limit + 1 });
        var found = new List<CellItem>();
        await using var reader = await command.ExecuteReaderAsync(token);
        var mayOpen = CaseReaders.Has(http);
        while (await reader.ReadAsync(token))
            found.Add(mayOpen ? Read(reader) : Read(reader) with { CaseReference = null });
        return Resources.Of(Page<CellItem>.Of(found, page.Limit, item => item.ItemId.ToString()));
    }

    private static string Sql(CellCondition cell, FigureIntake intake, DateTimeOffset? moment, int given)
    {
        string Parameter(int place) => string.Create(CultureInfo.InvariantCulture, $"${given + place}");
        var known = KnownFacts.At(moment);
        var where = $"year = $1 and {KnownFacts.Of(intake)} and {known} and {cell.Where.Replace("{codes}", Parameter(1), StringComparison.Ordinal)}";
        var once = cell.OncePerSeizure
            ? $" and item_id in (select distinct on (seizure_id) item_id from registry.item_fact fact where {where} order by seizure_id, item_id)"
            : "";
        return
            $"""
            select item_id, seizure_id, (select case_reference from registry.seizure_fact seizure where seizure.seizure_id = fact.seizure_id and {known}),
                intake_on, intake, item_kind, quantity, arm_type, condition, marking, line, location_kind, legal_basis, justification, offences,
                antique, duplicate_of
            from registry.item_fact fact
            where {where} and item_id > {Parameter(2)}{once}
            order by item_id limit {Parameter(3)}
            """;
    }

    private static CellItem Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetString(2), PartialDate.Parse(reader.GetString(3)).GetOrThrow(),
        KnownFacts.Read<Intake>(reader.GetString(4)), KnownFacts.Read<ItemKind>(reader.GetString(5)), reader.GetInt32(6), Code<ArmType>(reader, 7),
        Code<ArmCondition>(reader, 8), Code<MarkingState>(reader, 9), reader.IsDBNull(10) ? null : OutcomeLines.Parse(reader.GetString(10)),
        KnownFacts.Read<LocationKind>(reader.GetString(11)), KnownFacts.Read<LegalBasis>(reader.GetString(12)),
        KnownFacts.Read<LegalJustification>(reader.GetString(13)),
        [.. reader.GetFieldValue<string[]>(14).Select(KnownFacts.Read<SuspectedOffence>)], reader.GetBoolean(15),
        reader.IsDBNull(16) ? null : reader.GetGuid(16));

    private static T? Code<T>(NpgsqlDataReader reader, int column)
        where T : struct, Enum =>
        reader.IsDBNull(column) ? null : KnownFacts.Read<T>(reader.GetString(column));
}
