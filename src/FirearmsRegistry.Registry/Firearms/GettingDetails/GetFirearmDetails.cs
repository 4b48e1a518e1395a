using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Catalogues.Overlaying;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Firearms.GettingDetails;

/// <summary><c>GET /firearms/{id}</c>: a firearm as it stands, or as it was known at a moment.</summary>
internal static class GetFirearmDetails
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<FirearmDetails>("/firearms/{id:guid}", HandleAsync)
        .Named("getFirearm", "A firearm as it stands, or as it was known at a moment")
        .Requires(AccessPolicy.ReadFirearms);

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, CatalogueStock catalogues, HttpContext http, CancellationToken token)
    {
        var details = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<FirearmDetails>(id, timestamp: moment, token: token)
            : await session.LoadAsync<FirearmDetails>(id, token);
        // The id of another record names a stream too; nothing of it makes a firearm.
        if (details?.Description is null)
            return ProblemDocuments.From(Refusal.NotFound("firearm", id), http);
        details.Catalogues = FirearmInCatalogues.Of(details.Description, await catalogues.CurrentAsync(token));
        return Resources.Of(http, details, details.Version);
    }
}

/// <summary>Answers writes with the firearm as it stands.</summary>
internal sealed class FirearmAnswer(RegistryWriter writer, IQuerySession session, CatalogueStock catalogues) : IResourceAnswer<FirearmDetails>
{
    public async Task<FirearmDetails?> ReadAsync(Guid id, string location, CancellationToken token)
    {
        var details = writer.Stored<FirearmDetails>(firearm => firearm.Id == id) ?? await session.LoadAsync<FirearmDetails>(id, token);
        // A write does not ask the database once more for what hardly ever changes.
        if (details is not null)
            details.Catalogues = FirearmInCatalogues.Of(details.Description, catalogues.LastRead);
        return details;
    }
}
