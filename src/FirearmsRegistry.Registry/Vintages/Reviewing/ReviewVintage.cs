using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Vintages.Showing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Vintages.Reviewing;

/// <summary>Stand for a draft as a second person.</summary>
/// <param name="Id">The vintage.</param>
/// <param name="Remark">What was looked at.</param>
public sealed record ReviewVintage(Guid Id, Note Remark)
{
    /// <summary>Decides: whoever drafted it is no second person.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="command">The command.</param>
    /// <param name="reviewer">The subject of the reviewer's token.</param>
    public static Result<VintageReviewed> Decide(Vintage vintage, ReviewVintage command, string reviewer)
    {
        ArgumentNullException.ThrowIfNull(vintage);
        ArgumentNullException.ThrowIfNull(command);
        // Another record's id names a stream too, whose events make no vintage.
        if (!vintage.IsThere)
            return Refusal.NotFound(VintageErrors.What, command.Id);
        if (vintage.State != VintageState.Draft)
            return VintageErrors.InAnotherState(vintage.State, VintageState.Draft);
        return vintage.DraftedBy == reviewer ? VintageErrors.ReviewerDrafted : new VintageReviewed(command.Remark);
    }
}

/// <summary><c>POST /vintages/{id}/reviews</c>.</summary>
internal static class ReviewVintageEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Remark">What was looked at.</param>
    public sealed record ReviewVintageRequest(Note Remark);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<VintageAnswer, VintageDetails>("/vintages/{id:guid}/reviews", HandleAsync)
        .Named("reviewVintage", "Stand for a draft as a second person: never as the one who drafted it")
        .Requires(AccessPolicy.PublishFigures)
        .Example(new ReviewVintageRequest(Note.Parse("Counts compared with the agencies' returns.").GetOrThrow()))
        .Refuses(VintageErrors.ReviewerDraftedName, VintageErrors.InAnotherStateName);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<ReviewVintageRequest> body, WriteCall call, RegistryWriter writer, CancellationToken token) =>
        writer.UpdateAsync<Vintage>(VintageErrors.What, id, _ => VintagePaths.Of(id),
            vintage => ReviewVintage.Decide(vintage, new ReviewVintage(id, body.Value.Remark), call.Context.Actor.Subject)
                .Map<IReadOnlyList<object>>(happened => [happened]),
            call.Context, created: false, token);
}
