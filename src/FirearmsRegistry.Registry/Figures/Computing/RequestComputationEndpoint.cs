using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary><c>POST /indicators/sdg-16-4-2/computations</c>.</summary>
internal static class RequestComputationEndpoint
{
    /// <summary>The body.</summary>
    /// <param name="Year">The year whose figures are wanted.</param>
    public sealed record RequestComputationRequest(int Year);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapCreation<ComputationAnswer, FigureComputationView>("/indicators/sdg-16-4-2/computations", HandleAsync)
        .Named("computeFigures", "Have all figures of a year computed and stored")
        .Requires(AccessPolicy.ComputeFigures)
        .Example(new RequestComputationRequest(2020));

    private static Task<Result<Written>> HandleAsync(
        Body<RequestComputationRequest> body, WriteCall call, RequestComputationHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RequestComputation(Guid.CreateVersion7(call.Context.Now), body.Value.Year), call.Context, token);
}
