using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Catalogues.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Catalogues.GettingHistory;

/// <summary>What may have happened to an entry.</summary>
public enum CatalogueChange
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>It was corrected.</summary>
    Corrected,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>One change of an entry.</summary>
/// <param name="Version">The version that the entry has since then.</param>
/// <param name="Change">What happened.</param>
/// <param name="Before">The entry before a correction; null for an addition.</param>
/// <param name="After">The entry since then; null for a withdrawal.</param>
/// <param name="Reason">Why, or where it comes from.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">Who recorded it: the subject of the token.</param>
/// <param name="RecordedByName">The name of that person; the subject where the registry has no account of him.</param>
public sealed record CatalogueHistoryLine(
    long Version, CatalogueChange Change, CatalogueEntry? Before, CatalogueEntry? After, Note Reason, DateTimeOffset RecordedAt,
    string? RecordedBy, string? RecordedByName);

/// <summary><c>GET /catalogues/{kind}/{code}/history</c>.</summary>
internal static class GetCatalogueEntryHistory
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<CatalogueHistoryLine>>("/catalogues/{kind}/{code}/history", HandleAsync)
        .Named("getCatalogueEntryHistory", "What this register changed in an entry, with the original; empty for a seed that nobody touched")
        .Requires(AccessPolicy.ReadCatalogues);

    private static async Task<IResult> HandleAsync(
        GivenEntry entry, IQuerySession session, CatalogueEntryAnswer entries, Recorders recorders, HttpContext http, CancellationToken token)
    {
        if (await entries.FindAsync(entry, token) is null)
            return ProblemDocuments.From(Refusal.NotFound(CatalogueErrors.Words, entry.Code), http);
        var events = await session.Events.FetchStreamAsync(entry.Id, token: token);
        var names = await recorders.OfAsync(events, token);
        return Resources.Of<IReadOnlyList<CatalogueHistoryLine>>([.. events.Select(happened => Line(happened, names)).OfType<CatalogueHistoryLine>()]);
    }

    private static CatalogueHistoryLine? Line(IEvent happened, RecorderNames names) => happened.Data switch
    {
        CatalogueEntryAdded added => Of(happened, names, CatalogueChange.Added, null, added.Entry, added.Source),
        CatalogueEntryCorrected corrected => Of(happened, names, CatalogueChange.Corrected, corrected.Before, corrected.After, corrected.Reason),
        CatalogueEntryWithdrawn withdrawn => Of(happened, names, CatalogueChange.Withdrawn, withdrawn.Entry, null, withdrawn.Reason),
        _ => null,
    };

    private static CatalogueHistoryLine Of(
        IEvent happened, RecorderNames names, CatalogueChange change, CatalogueEntry? before, CatalogueEntry? after, Note reason) =>
        new(happened.Version, change, before, after, reason, happened.Timestamp, happened.UserName, names.Of(happened));
}
