using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Firearms.GettingDetails;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FirearmsRegistry.Registry.Firearms.ListingLookAlikes;

/// <summary>An arm that looks like another one.</summary>
/// <param name="Id">The firearm.</param>
/// <param name="Description">What it is.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Marks">Its marks that count, as marked.</param>
/// <param name="RecordedAt">When it was entered here.</param>
public sealed record LookAlikeLine(Guid Id, FirearmDescription Description, FirearmStatus Status, IReadOnlyList<PhysicalMark> Marks, DateTimeOffset RecordedAt);

/// <summary><c>GET /look-alikes</c>: the arms that look like another one and still need a national number.</summary>
internal static class ListLookAlikes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapRead<Page<LookAlikeLine>>("/look-alikes", HandleAsync)
        .Named("listLookAlikes", "Arms that look like another one and still need a national number, in the order of their registration")
        .Requires(AccessPolicy.RecordFirearms);

    private static async Task<IResult> HandleAsync(
        PageRequest page, NpgsqlDataSource database, IQuerySession session, HttpContext http, CancellationToken token)
    {
        var after = Guid.Empty;
        if (page.After is { } position && !Guid.TryParseExact(position, "D", out after))
            return ProblemDocuments.From(RequestErrors.Query("after", null, "Must be the value of next of the page before, unchanged."), http);
        var arms = await session.LoadManyAsync<FirearmDetails>(token, [.. await FindAsync(database, after, page.Limit + 1, token)]);
        return Resources.Of(Page<LookAlikeLine>.Of([.. arms.OrderBy(arm => arm.Id).Select(Line)], page.Limit, line => line.Id.ToString("D")));
    }

    private static LookAlikeLine Line(FirearmDetails arm) => new(
        arm.Id, arm.Description, arm.Status, [.. arm.Marks.Where(mark => !mark.Voided).Select(mark => mark.Mark)], arm.RecordedAt);

    private static async Task<IReadOnlyList<Guid>> FindAsync(NpgsqlDataSource database, Guid after, int limit, CancellationToken token)
    {
        await using var command = database.CreateCommand(
            "select firearm_id from registry.firearm_identity where number_needed and firearm_id > $1 order by firearm_id limit $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var found = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
            found.Add(reader.GetGuid(0));
        return found;
    }
}
