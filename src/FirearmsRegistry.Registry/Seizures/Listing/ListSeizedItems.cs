using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Seizures.Listing;

/// <summary><c>GET /seizures/{id}/items</c>, in the order of the items' ids.</summary>
internal static class ListSeizedItems
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<SeizedItemDetails>>("/seizures/{id:guid}/items", HandleAsync)
        .Named("listSeizedItems", "The items of a seizure, a page at a time")
        .Requires(AccessPolicy.ReadSeizures);

    private static async Task<IResult> HandleAsync(Guid id, PageRequest page, AsKnownAt asKnownAt, IQuerySession session,
        NpgsqlDataSource database, HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        if (page.After is { } position && !Guid.TryParse(position, out after))
            return ProblemDocuments.From(SeizurePositions.Broken, http);
        var known = KnownRows.At(asKnownAt);
        if (!await ExistsAsync(database, id, known, token))
            return ProblemDocuments.From(Refusal.NotFound("seizure", id), http);

        var items = new List<SeizedItemDetails>();
        foreach (var itemId in await FindAsync(database, id, after, known, page.Limit + 1, token))
        {
            items.Add((asKnownAt.Moment is { } then
                ? await session.Events.AggregateStreamAsync<SeizedItemDetails>(itemId, timestamp: then, token: token)
                : await session.LoadAsync<SeizedItemDetails>(itemId, token))!);
        }

        return Resources.Of(Page<SeizedItemDetails>.Of(items, page.Limit, item => item.Id.ToString()));
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource database, Guid seizureId, KnownRows known, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"select exists (select 1 from registry.seizure_fact where seizure_id = @seizure and {known.Condition})");
        command.Parameters.Add(new NpgsqlParameter<Guid>("seizure", seizureId));
        known.AddTo(command);
        return await command.ExecuteScalarAsync(token) is true;
    }

    private static async Task<IReadOnlyList<Guid>> FindAsync(
        NpgsqlDataSource database, Guid seizureId, Guid after, KnownRows known, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            $"""
            select item_id from registry.item_fact
            where seizure_id = @seizure and item_id > @after and {known.Condition}
            order by item_id limit @limit
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid>("seizure", seizureId));
        command.Parameters.Add(new NpgsqlParameter<Guid>("after", after));
        command.Parameters.Add(new NpgsqlParameter<int>("limit", limit));
        known.AddTo(command);
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }
}
