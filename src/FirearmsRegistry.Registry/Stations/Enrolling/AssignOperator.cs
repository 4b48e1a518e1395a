using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.Enrolling;

/// <summary><c>POST /stations/{id}/assignments</c>: only what a person did there in such a period is taken from the station's log.</summary>
internal static class AssignOperator
{
    /// <summary>The body.</summary>
    /// <param name="UserId">The person's user id.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when; without end where left out.</param>
    public sealed record AssignmentBody(ShortText UserId, DateTimeOffset From, DateTimeOffset? Until = null);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<StationAnswer, Station>("/stations/{id:guid}/assignments", HandleAsync)
        .Named("assignOperator", "Assign a person to a station for a period")
        .Requires(AccessPolicy.ManageStations)
        .Example(StationExamples.Assignment);

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<AssignmentBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) => writer.UpdateAsync<Station>(
            StationErrors.Station, id, _ => $"/api/v1/stations/{id}", _ => Decide(body.Value), call.Context, created: false, token);

    private static Result<IReadOnlyList<object>> Decide(AssignmentBody period) => period.Until <= period.From
        ? StationErrors.PeriodBackwards
        : Result.Of<IReadOnlyList<object>>([new OperatorAssigned(period.UserId, period.From.ToUniversalTime(), period.Until?.ToUniversalTime())]);
}
