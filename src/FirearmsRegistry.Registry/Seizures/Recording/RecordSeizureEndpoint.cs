using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Seizures.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Seizures.Recording;

/// <summary><c>POST /seizures</c>.</summary>
internal static class RecordSeizureEndpoint
{
    /// <summary>The body.</summary>
    public sealed record RecordSeizureRequest(SeizureCircumstances Circumstances, Guid? Id = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<SeizureAnswer, SeizureDetails>("/seizures", HandleAsync)
        .Named("recordSeizure", "Record a seizure, a find or a surrender with its circumstances")
        .Requires(AccessPolicy.RecordSeizures)
        .Example(SeizureExamples.Record)
        .Refuses(SeizureErrors.InvalidSeizure, SeizureErrors.InFuture, "id-taken");

    private static Task<Result<Written>> HandleAsync(
        Body<RecordSeizureRequest> body, WriteCall call, RecordSeizureHandler handler, CancellationToken token) =>
        handler.HandleAsync(
            new RecordSeizure(body.Value.Id ?? Guid.CreateVersion7(call.Context.Now), body.Value.Circumstances), call.Context, token);
}
