using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.GettingDetails;

/// <summary><c>GET /seizures/{id}</c>.</summary>
internal static class GetSeizure
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<SeizureDetails>("/seizures/{id:guid}", HandleAsync)
        .Named("getSeizure", "A seizure as it stands, or as it was known at a moment")
        .Requires(AccessPolicy.ReadSeizures);

    private static async Task<IResult> HandleAsync(
        Guid id, AsKnownAt asKnownAt, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var details = asKnownAt.Moment is { } moment
            ? await session.Events.AggregateStreamAsync<SeizureDetails>(id, timestamp: moment, token: token)
            : await session.LoadAsync<SeizureDetails>(id, token);
        return details is null
            ? ProblemDocuments.From(Refusal.NotFound("seizure", id), http)
            : Resources.Of(http, details, details.Version);
    }
}

/// <summary>Answers writes with the seizure as it stands.</summary>
internal sealed class SeizureAnswer(RegistryWriter writer, IQuerySession session) : IResourceAnswer<SeizureDetails>
{
    public async Task<SeizureDetails?> ReadAsync(Guid id, string location, CancellationToken token) =>
        writer.Stored<SeizureDetails>(seizure => seizure.Id == id) ?? await session.LoadAsync<SeizureDetails>(id, token);
}
