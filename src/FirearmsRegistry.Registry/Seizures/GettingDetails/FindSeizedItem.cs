using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.GettingDetails;

/// <summary><c>GET /seized-items/{id}</c>: for who has an item's number and not that of its seizure, as a link between items has it.</summary>
internal static class FindSeizedItem
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<SeizedItemDetails>("/seized-items/{id:guid}", HandleAsync)
        .Named("findSeizedItem", "A seized item by its own number alone; it says which seizure it belongs to")
        .Requires(AccessPolicy.ReadSeizures);

    private static async Task<IResult> HandleAsync(Guid id, IQuerySession session, HttpContext http, CancellationToken token) =>
        await session.LoadAsync<SeizedItemDetails>(id, token) is { } item
            ? Resources.Of(http, item, item.Version)
            : ProblemDocuments.From(Refusal.NotFound("seized item", id), http);
}
