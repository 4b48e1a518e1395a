using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary><c>POST /seizures/{id}/items</c>.</summary>
internal static class RecordSeizedItemEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RecordSeizedItemRequest(
        SeizedItemEntry Item, Guid? Id = null, DuplicateLink? DuplicateOf = null, Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<SeizedItemAnswer, SeizedItemDetails>("/seizures/{id:guid}/items", HandleAsync)
        .Named("recordSeizedItem", "Record one arm, or a quantity of parts or ammunition, of a seizure")
        .Requires(AccessPolicy.RecordSeizures)
        .Example(SeizureExamples.RecordItem)
        .Refuses(SeizureErrors.AlreadyRecorded, SeizureErrors.InvalidItem, SeizureErrors.UnknownReference, SeizureErrors.BadDuplicate,
            "not-found", "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<RecordSeizedItemRequest> body, WriteCall call, RecordSeizedItemHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new RecordSeizedItem(id, body.Value.Id ?? Guid.CreateVersion7(call.Context.Now), body.Value.Item, body.Value.DuplicateOf,
                body.Value.ConfirmedDistinct),
            call.Context,
            token);
}
