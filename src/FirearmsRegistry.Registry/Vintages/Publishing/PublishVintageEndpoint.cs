using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Exchange.Keys;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Showing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Publishing;

/// <summary><c>POST /vintages/{id}/publications</c>.</summary>
internal static class PublishVintageEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Reasons">A reason for each finding of the checks; empty where they find nothing.</param>
    public sealed record PublishVintageRequest(IReadOnlyList<FindingReason> Reasons);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<VintageAnswer, VintageDetails>("/vintages/{id:guid}/publications", HandleAsync)
        .Named("publishVintage", "Publish a reviewed vintage: checked, frozen, signed; it takes the place of the published ones in its years")
        .Requires(AccessPolicy.PublishFigures)
        .Example(new PublishVintageRequest([new FindingReason(2020, Note.Parse("pending_past_its_clock/ordinary").GetOrThrow(),
            Note.Parse("Two States were reminded; their answers will make a revision.").GetOrThrow())]))
        .Refuses(VintageErrors.InAnotherStateName, VintageErrors.WithoutReasonName, VintageErrors.KnowsLessName, VintageErrors.NotReproducedName,
            VintageErrors.MessageWrongName, VintageErrors.MetadataWrongName, VintageErrors.MetadataUnwrittenName)
        .MayBeUnavailable(ExchangeKeyErrors.Missing.Name);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<PublishVintageRequest> body, WriteCall call, PublishVintageHandler handler, CancellationToken token) =>
        handler.HandleAsync(new PublishVintage(id, body.Value.Reasons), call.Context, token);
}
