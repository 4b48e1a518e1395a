using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary><c>GET /indicators/sdg-16-4-2/computations/{id}</c>.</summary>
internal static class GetComputation
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<FigureComputationView>("/indicators/sdg-16-4-2/computations/{id:guid}", HandleAsync)
        .Named("getFigureComputation", "An ordered computation of figures: whether it was carried out")
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(Guid id, ComputationAnswer answer, HttpContext http, CancellationToken token) =>
        await answer.ReadAsync(id, "", token) is { } view
            ? Resources.Of(http, view, view.Version)
            : ProblemDocuments.From(Refusal.NotFound("computation", id), http);
}

/// <summary>Answers an order with the computation as it stands.</summary>
internal sealed class ComputationAnswer(IQuerySession session, RegistryCountry country) : IResourceAnswer<FigureComputationView>
{
    public async Task<FigureComputationView?> ReadAsync(Guid id, string location, CancellationToken token) =>
        await session.LoadAsync<FigureComputation>(id, token) is { } computation
            ? new FigureComputationView(computation.Id, computation.CompletedAt is null ? 1 : 2, computation.Year,
                computation.CompletedAt is null ? ComputationState.Waiting : ComputationState.Completed, computation.RequestedAt,
                computation.CompletedAt, [.. FigureKinds.All.Select(kind => Figure.IdOf(country.Code, computation.Year, kind.Intake, kind.Variant))])
            : null;
}
