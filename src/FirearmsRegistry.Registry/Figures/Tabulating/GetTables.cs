using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Figures.Tabulating;

/// <summary><c>GET /indicators/sdg-16-4-2/tables</c>.</summary>
internal static class GetTables
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<IafqTables>("/indicators/sdg-16-4-2/tables", HandleAsync)
        .Named("getTables", "The counts of a year in the categories of the Illicit Arms Flows Questionnaire")
        .AsksYear().AsksIntake()
        .Requires(AccessPolicy.ReadFigures);

    private static async Task<IResult> HandleAsync(
        FigureQuery query, AsKnownAt asKnownAt, NpgsqlDataSource database, TimeProvider time, CancellationToken token)
    {
        await using var connection = await database.OpenConnectionAsync(token);
        var tallies = await ItemTallies.ReadAsync(connection, query.Year, query.Intake, asKnownAt.Moment, token);
        var now = time.GetUtcNow();
        return Resources.Of(IafqTables.Of(query.Year, query.Intake, tallies, asKnownAt.Moment ?? now, now));
    }
}
