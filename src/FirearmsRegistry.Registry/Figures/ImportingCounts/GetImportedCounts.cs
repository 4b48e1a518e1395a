using FirearmsRegistry.Marks.Values;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.ImportingCounts;

/// <summary>One value that an imported count had.</summary>
/// <param name="Version">The count's version with it.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Reason">Why it replaced the one before; null for the first.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it: the subject of the token.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
public sealed record ImportedCountLine(
    long Version, Known<long> Value, ShortText Source, Note? Reason, DateTimeOffset RecordedAt, string? RecordedBy,
    string? RecordedByName);

/// <summary><c>GET /imported-counts</c>, <c>GET /imported-counts/{id}</c> and its history.</summary>
internal static class GetImportedCounts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapRead<Page<ImportedCount>>("/imported-counts", ListAsync)
            .Named("listImportedCounts", "The imported counts of a year, as they stand or as they were known at a moment").AsksYear().Requires(AccessPolicy.ReadFigures);
        routes.MapRead<ImportedCount>("/imported-counts/{id:guid}", ReadAsync)
            .Named("getImportedCount", "An imported count as it stands, or as it was known at a moment").Requires(AccessPolicy.ReadFigures);
        routes.MapRead<IReadOnlyList<ImportedCountLine>>("/imported-counts/{id:guid}/history", HistoryAsync)
            .Named("getImportedCountHistory", "Every value that an imported count had").Requires(AccessPolicy.ReadFigures);
    }

    private static async Task<IResult> ListAsync(
        FigureQuery query, AsKnownAt asKnownAt, PageRequest page, IQuerySession session, CancellationToken token)
    {
        var after = Guid.TryParse(page.After, out var last) ? last : Guid.Empty;
        if (asKnownAt.Moment is { } moment)
        {
            var known = (await ImportedYear.ReadAsync(session, query.Year, moment, token)).OrderBy(count => count.Id).SkipWhile(count => count.Id.CompareTo(after) <= 0);
            return Resources.Of(Page<ImportedCount>.Of([.. known.Take(page.Limit + 1)], page.Limit, count => count.Id.ToString("D")));
        }

        var found = await session.Query<ImportedCount>().Where(count => count.Year == query.Year && count.Id.CompareTo(after) > 0)
            .OrderBy(count => count.Id).Take(page.Limit + 1).ToListAsync(token);
        return Resources.Of(Page<ImportedCount>.Of(found, page.Limit, count => count.Id.ToString("D")));
    }

    private static async Task<IResult> ReadAsync(Guid id, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var count = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<ImportedCount>(id, timestamp: moment, token: token)
            : await session.LoadAsync<ImportedCount>(id, token);
        return count?.Subject is null
            ? ProblemDocuments.From(Refusal.NotFound(ImportedCountErrors.Words, id), http)
            : Resources.Of(http, count, count.Version);
    }

    private static async Task<IResult> HistoryAsync(
        Guid id, IQuerySession session, Recorders recorders, HttpContext http, CancellationToken token)
    {
        var events = await session.Events.FetchStreamAsync(id, token: token);
        var names = await recorders.OfAsync(events, token);
        IReadOnlyList<ImportedCountLine> lines = [.. events.Select(happened => Line(happened, names)).OfType<ImportedCountLine>()];
        return lines.Count == 0
            ? ProblemDocuments.From(Refusal.NotFound(ImportedCountErrors.Words, id), http)
            : Resources.Of(lines);
    }

    private static ImportedCountLine? Line(IEvent happened, RecorderNames names) => happened.Data switch
    {
        CountImported imported =>
            new(happened.Version, imported.Value, imported.Source, null, happened.Timestamp, happened.UserName, names.Of(happened)),
        ImportedCountCorrected corrected =>
            new(happened.Version, corrected.After, corrected.Source, corrected.Reason, happened.Timestamp, happened.UserName, names.Of(happened)),
        _ => null,
    };
}

/// <summary>Answers writes with the count as it stands.</summary>
internal sealed class ImportedCountAnswer(IQuerySession session) : IResourceAnswer<ImportedCount>
{
    public Task<ImportedCount?> ReadAsync(Guid id, string location, CancellationToken token) =>
        session.LoadAsync<ImportedCount>(id, token);
}
