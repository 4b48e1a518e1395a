using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.GettingDetails;

/// <summary><c>GET /seizures/{id}/items/{itemId}</c>.</summary>
internal static class GetSeizedItem
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<SeizedItemDetails>("/seizures/{id:guid}/items/{itemId:guid}", HandleAsync)
        .Named("getSeizedItem", "A seized item as it stands, or as it was known at a moment")
        .Requires(AccessPolicy.ReadSeizures);

    private static async Task<IResult> HandleAsync(
        Guid id, Guid itemId, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var details = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<SeizedItemDetails>(itemId, timestamp: moment, token: token)
            : await session.LoadAsync<SeizedItemDetails>(itemId, token);
        return details is null || details.SeizureId != id
            ? ProblemDocuments.From(Refusal.NotFound("seized item", itemId), http)
            : Resources.Of(http, details, details.Version);
    }
}

/// <summary>Answers writes with the item as it stands.</summary>
internal sealed class SeizedItemAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<SeizedItemDetails>
{
    public async Task<SeizedItemDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<SeizedItemDetails>(item => item.Id == id) ?? await session.LoadAsync<SeizedItemDetails>(id, token);
}
