using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.Enrolling;

/// <summary>
/// <c>POST /stations/{id}/keys</c>: the station's own key, made known by an administrator; <c>POST /stations/{id}/operator-keys</c>: each
/// person his own, while assigned there.
/// </summary>
internal static class EnrolKeys
{
    /// <summary>The body.</summary>
    /// <param name="PublicKey">The public half, SubjectPublicKeyInfo over P-256 in base64.</param>
    public sealed record KeyBody(SigningKey PublicKey);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapChange<StationAnswer, Station>("/stations/{id:guid}/keys", EnrolStationAsync)
            .Named("enrolStationKey", "Make the key known with which a station signs its log")
            .Requires(AccessPolicy.ManageStations)
            .Example(StationExamples.Key)
            .Refuses(StationErrors.KeyRevoked);
        routes.MapChange<StationAnswer, Station>("/stations/{id:guid}/operator-keys", EnrolOperatorAsync)
            .Named("enrolOperatorKey", "Enrol one's own key at the station where one is assigned")
            .Requires(AccessPolicy.RunMarkingJobs)
            .Example(StationExamples.Key)
            .Refuses(StationErrors.NotAssigned, StationRules.NotThisStation, StationErrors.KeyRevoked);
    }

    private static Task<Result<Written>> EnrolStationAsync(
        Guid id, Body<KeyBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) => writer.UpdateAsync<Station>(
            StationErrors.Station, id, _ => $"/api/v1/stations/{id}",
            station => station.IsRevoked(body.Value.PublicKey)
                ? StationErrors.Revoked
                : Result.Of<IReadOnlyList<object>>([new StationKeyEnrolled(body.Value.PublicKey)]), call.Context, created: false, token);

    private static Task<Result<Written>> EnrolOperatorAsync(
        Guid id, Body<KeyBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) => writer.UpdateAsync<Station>(
            StationErrors.Station, id, _ => $"/api/v1/stations/{id}",
            station => DecideOperator(station, body.Value.PublicKey, call.Context), call.Context, created: false, token);

    private static Result<IReadOnlyList<object>> DecideOperator(Station station, SigningKey key, CommandContext context)
    {
        if (StationRules.SpeaksFor(station, context.Actor) is { } other)
            return other;
        if (station.IsRevoked(key))
            return StationErrors.Revoked;
        return station.Employs(context.Actor.Subject, context.Now)
            ? Result.Of<IReadOnlyList<object>>([new OperatorKeyEnrolled(ShortText.Parse(context.Actor.Subject).GetOrThrow(), key)])
            : StationErrors.Unassigned;
    }
}
