using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.Correcting;

/// <summary><c>POST /seizures/{id}/corrections</c> and <c>POST /seizures/{id}/items/{itemId}/corrections</c>.</summary>
internal static class CorrectionEndpoints
{
    /// <summary>The body of a seizure's correction: the whole circumstances as they should have been.</summary>
    public sealed record CorrectSeizureRequest(SeizureCircumstances Circumstances, Note Reason);

    /// <summary>The body of an item's correction: the whole entry as it should have been.</summary>
    public sealed record CorrectItemRequest(SeizedItemEntry Item, Note Reason, Note? ConfirmedDistinct = null);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<SeizureAnswer, SeizureDetails>("/seizures/{id:guid}/corrections", CorrectSeizureAsync)
            .Named("correctSeizure", "Correct the circumstances of a seizure and of all its items")
            .Requires(AccessPolicy.RecordSeizures)
            .Example(SeizureExamples.CorrectSeizure)
            .Refuses(SeizureErrors.InvalidSeizure, SeizureErrors.InFuture, SeizureErrors.NothingChanged);
        routes.MapChange<SeizedItemAnswer, SeizedItemDetails>("/seizures/{id:guid}/items/{itemId:guid}/corrections", CorrectItemAsync)
            .Named("correctSeizedItem", "Correct what was recorded of a seized item")
            .Requires(AccessPolicy.RecordSeizures)
            .Example(SeizureExamples.CorrectItem)
            .Refuses(SeizureErrors.AlreadyRecorded, SeizureErrors.InvalidItem, SeizureErrors.UnknownReference, SeizureErrors.NothingChanged,
                SeizureErrors.AskedToBeTraced);
    }

    private static Task<Result<Written>> CorrectSeizureAsync(
        Guid id, Body<CorrectSeizureRequest> body, WriteCall call, CorrectSeizureHandler handler, CancellationToken token) =>
        handler.HandleAsync(new CorrectSeizure(id, body.Value.Circumstances, body.Value.Reason), call.Context, token);

    private static Task<Result<Written>> CorrectItemAsync(
        Guid id, Guid itemId, Body<CorrectItemRequest> body, WriteCall call, CorrectSeizedItemHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new CorrectSeizedItem(id, itemId, body.Value.Item, body.Value.Reason, body.Value.ConfirmedDistinct), call.Context, token);
}
