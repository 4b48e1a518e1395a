using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary><c>GET /indicators/sdg-16-4-2/figures</c>: what the jobs stored of a year.</summary>
internal static class ListFigures
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IReadOnlyList<Figure>>("/indicators/sdg-16-4-2/figures", HandleAsync)
        .Named("listFigures", "The stored figures of a year: every intake and variant")
        .AsksYear()
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(FigureQuery query, IQuerySession session, RegistryCountry country, CancellationToken token)
    {
        var ids = FigureKinds.All.Select(kind => Figure.IdOf(country.Code, query.Year, kind.Intake, kind.Variant)).ToList();
        var stored = await session.LoadManyAsync<Figure>(token, ids);
        return Resources.Of<IReadOnlyList<Figure>>([.. stored.OrderBy(figure => ids.IndexOf(figure.Id))]);
    }
}
