using FirearmsRegistry.Indicators.Checks;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.Checking;

/// <summary><c>GET /indicators/sdg-16-4-2/checks</c>: the findings name items, so only those see them who may see the cases.</summary>
internal static class GetChecks
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<CheckFinding>>("/indicators/sdg-16-4-2/checks", HandleAsync)
        .Named("getChecks", "What does not fit in a year, with the items, an explanation and where to repair it")
        .AsksYear()
        .Requires(AccessPolicy.ReadFigureItems);

    private static async Task<IResult> HandleAsync(FigureQuery query, AsKnownAt asKnownAt, YearChecks checks, CancellationToken token) =>
        Resources.Of(await checks.FindAsync(query.Year, asKnownAt.Moment, token));
}
