using System.Globalization;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Figures.ImportingFiles;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.AssigningContested;

/// <summary><c>GET /contested-counts</c> and <c>GET /count-files/{id}/contested-counts/{line}</c>.</summary>
internal static class GetContestedCounts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<ContestedCount>>("/contested-counts", ListAsync)
            .Named("listContestedCounts", "Counts of imported files of which their rows say different things, with what was said of them")
            .Query("file", required: false, "Only those of this imported file.")
            .Query("year", required: false, "Only those of this year.")
            .Query("country", required: false, "Only those of this State (ISO 3166-1 alpha-3).")
            .Requires(AccessPolicy.ReadFigures);
        routes.MapRead<ContestedCount>("/count-files/{id:guid}/contested-counts/{line:long}", ReadAsync)
            .Named("getContestedCount", "The contested count to which a line of a file belongs, with all rows that say something of it")
            .Requires(AccessPolicy.ReadFigures);
    }

    private static async Task<IResult> ListAsync(
        ContestedQuery query, PageRequest page, NpgsqlDataSource database, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        var after = (File: Guid.Empty, Line: -1L);
        if (page.After is { } position && !TryPosition(position, out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        // Contradictions are few: what nobody labelled in a file of all States and years.
        var rows = await FileCounts.ContestedAsync(database, query.FileId, query.Country, query.Year, token);
        var files = (await session.LoadManyAsync<CountFile>(token, [.. rows.Select(row => row.ImportId).Distinct()])).OrderBy(file => file.Id).ToList();
        var names = await recorders.OfAsync(files.SelectMany(file => file.Assigned).Select(said => said.AssignedBy), token);
        var found = files.SelectMany(file => ContestedCount.In(file, [.. rows.Where(row => row.ImportId == file.Id).Select(row => row.Count)], names))
            .Where(count => (count.FileId, count.Rows[0].Line).CompareTo(after) > 0).Take(page.Limit + 1).ToList();
        return Resources.Of(Page<ContestedCount>.Of(found, page.Limit,
            count => string.Create(CultureInfo.InvariantCulture, $"{count.FileId:D}:{count.Rows[0].Line}")));
    }

    private static async Task<IResult> ReadAsync(
        Guid id, long line, NpgsqlDataSource database, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        if (await session.LoadAsync<CountFile>(id, token) is not { } file || await FileCounts.ContestedAsync(database, id, line, token) is not { } row)
            return ProblemDocuments.From(Refusal.NotFound("contested count", id), http);
        var rows = await FileCounts.ContestedAsync(database, id, row.Subject.Country, row.Subject.Year, token);
        var names = await recorders.OfAsync(file.Assigned.Select(said => said.AssignedBy), token);
        return Resources.Of(http, ContestedCount.In(file, [.. rows.Select(one => one.Count)], names).First(count => count.Rows.Any(one => one.Line == line)), file.Version);
    }

    private static bool TryPosition(string position, out (Guid File, long Line) after)
    {
        after = default;
        return position.Split(':') is [var file, var line] && Guid.TryParseExact(file, "D", out after.File)
            && long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out after.Line);
    }
}
