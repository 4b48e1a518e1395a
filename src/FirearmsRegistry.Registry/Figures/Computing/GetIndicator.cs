using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Computing;

/// <summary><c>GET /indicators/sdg-16-4-2</c>: the figure from the facts as they are known now, or were known at a moment.</summary>
internal static class GetIndicator
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Figure>("/indicators/sdg-16-4-2", HandleAsync)
        .Named("getIndicator", "SDG indicator 16.4.2 of a year, with its inputs, their source and what was left out")
        .AsksYear().AsksIntake().AsksVariant()
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(
        FigureQuery query, AsKnownAt asKnownAt, RegistryCountry country, NpgsqlDataSource database, IQuerySession session, TimeProvider time, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var inputs = await YearInputs.ReadAsync(session, connection, country.Code, query.Year, query.Intake, asKnownAt.Moment, token);
        var now = time.GetUtcNow();
        return Resources.Of(Figure.Of(country.Code, query.Year, query.Intake, query.Variant, inputs.Of(query.Intake),
            asKnownAt.Moment ?? now, now));
    }
}
