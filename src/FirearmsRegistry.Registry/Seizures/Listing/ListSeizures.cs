using FirearmsRegistry.Indicators.Items;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Marks.Dates;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Listing;

/// <summary><c>GET /seizures</c>: the newest first.</summary>
internal static class ListSeizures
{
    // A date of which only the year or month is known stands before the days of it: text order is date order.
    private const string Position = "(@date is null or (occurred_on, seizure_id) < (@date, @id))";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<SeizureSummary>>("/seizures", HandleAsync)
        .Named("listSeizures", "The seizures by date, the newest first, a page at a time; all or those with an authority's reference")
        .Requires(AccessPolicy.ReadSeizures);

    private static async Task<IResult> HandleAsync(
        PageRequest page, AsKnownAt asKnownAt, string? reference, NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        if (RequestErrors.Reference(reference) is { } broken)
            return ProblemDocuments.From(broken, http);
        string? date = null;
        var id = Guid.Empty;
        if (page.After is { } position && !SeizurePositions.TryRead(position, out date, out id))
            return ProblemDocuments.From(SeizurePositions.Broken, http);
        var known = KnownRows.At(asKnownAt);
        await using var command = database.CreateCommand(
            $"""
            select seizure_id, occurred_on, place, location_kind, authority, legal_basis, case_reference,
                (select count(*) from registry.item_fact item where item.seizure_id = seizure.seizure_id and {known.Condition})
            from registry.seizure_fact seizure
            where {known.Condition} and {Position}{(reference is null ? "" : " and lower(case_reference) = lower(@reference)")}
            order by occurred_on desc, seizure_id desc limit @limit
            """);
        command.Parameters.Add(new NpgsqlParameter("date", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)date ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter<Guid>("id", id));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", page.Limit + 1));
        known.AddTo(command);
        if (reference is not null)
            command.Parameters.Add(new NpgsqlParameter<string>("reference", reference));
        var found = new List<SeizureSummary>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(Read(reader));
        return Resources.Of(Page<SeizureSummary>.Of(found, page.Limit, SeizurePositions.Of));
    }

    private static SeizureSummary Read(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), PartialDate.Parse(reader.GetString(1)).GetOrThrow(), reader.GetString(2), Code<LocationKind>(reader.GetString(3)),
        reader.GetString(4), Code<LegalBasis>(reader.GetString(5)), reader.GetString(6), reader.GetInt64(7));

    private static T Code<T>(string code)
        where T : struct, Enum =>
        Codes.TryParse<T>(code, out var value) ? value : throw new InvalidOperationException($"{code} is no {typeof(T).Name}.");
}

/// <summary>A seizure in the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OccurredOn">The local date of the first physical intake.</param>
/// <param name="Place">Where.</param>
/// <param name="LocationKind">Where, as the IAFQ counts it.</param>
/// <param name="Authority">Who took the items in.</param>
/// <param name="LegalBasis">Criminal or administrative.</param>
/// <param name="CaseReference">The authority's own reference.</param>
/// <param name="Items">How many items it has, duplicates included.</param>
public sealed record SeizureSummary(
    Guid Id, PartialDate OccurredOn, string Place, LocationKind LocationKind, string Authority, LegalBasis LegalBasis, string CaseReference,
    long Items);
