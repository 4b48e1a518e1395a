using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.Enrolling;

/// <summary><c>POST /stations/{id}/assignment-ends</c>: a person works at the station no longer; the time may be past.</summary>
internal static class EndAssignment
{
    /// <summary>The body.</summary>
    /// <param name="UserId">The person's user id.</param>
    /// <param name="Until">Until when; what was merged before is kept.</param>
    /// <param name="Reason">Why; no personal data.</param>
    public sealed record EndBody(ShortText UserId, DateTimeOffset Until, Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<StationAnswer, Station>("/stations/{id:guid}/assignment-ends", HandleAsync)
        .Named("endOperatorAssignment", "End a person's assignment to a station")
        .Requires(AccessPolicy.ManageStations)
        .Example(StationExamples.AssignmentEnd)
        .Refuses(StationErrors.NoAssignment);

    /// <summary>Decides: there must be an assignment that lasts beyond the time.</summary>
    public static Result<IReadOnlyList<object>> Decide(Station station, EndBody body)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(body);
        return station.Assignments.Any(assigned => assigned.Operator == body.UserId && !(assigned.Until <= body.Until))
            ? Result.Of<IReadOnlyList<object>>([new OperatorAssignmentEnded(body.UserId, body.Until.ToUniversalTime(), body.Reason)])
            : StationErrors.NothingToEnd;
    }

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<EndBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) => writer.UpdateAsync<Station>(
            StationErrors.Station, id, _ => $"/api/v1/stations/{id}", station => Decide(station, body.Value), call.Context, created: false, token);
}
