using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Showing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Drafting;

/// <summary><c>POST /vintages</c>.</summary>
internal static class DraftVintageEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Label">The label by which readers cite it, given once and never again.</param>
    /// <param name="Years">The years whose figures it freezes.</param>
    /// <param name="KnownAt">The moment whose knowledge it shows, at least 30 seconds in the past; the latest such moment unless given.</param>
    public sealed record DraftVintageRequest(VintageLabel Label, IReadOnlyList<int> Years, DateTimeOffset? KnownAt = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<VintageAnswer, VintageDetails>("/vintages", HandleAsync)
        .Named("draftVintage", "Freeze all figures of chosen years, as they were known at a moment, as a draft")
        .Requires(AccessPolicy.PublishFigures)
        .Example(new DraftVintageRequest(VintageLabel.Parse("ESP-2020-1").GetOrThrow(), [2020]))
        .Refuses(VintageErrors.LabelTakenName);

    private static Task<Result<Written>> HandleAsync(
        Body<DraftVintageRequest> body, WriteCall call, DraftVintageHandler handler, CancellationToken token) => handler.HandleAsync(
        new DraftVintage(Guid.CreateVersion7(call.Context.Now), body.Value.Label, body.Value.Years, body.Value.KnownAt), call.Context, token);
}
