using FirearmsRegistry.Marks.StationLogs;
using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Texts;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Stations.Enrolling;

/// <summary>
/// <c>POST /stations/{id}/key-revocations</c>: a key of the station or of a person there is trusted no longer. What it signed and the registry does
/// not know yet is not dropped, but waits for a registrar: whoever has the key can give an entry any time he likes.
/// </summary>
internal static class RevokeKey
{
    /// <summary>The body.</summary>
    /// <param name="PublicKey">The key's public half, as it was enrolled.</param>
    /// <param name="Reason">Why; no personal data.</param>
    public sealed record KeyRevocationBody(SigningKey PublicKey, Note Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapChange<StationAnswer, Station>("/stations/{id:guid}/key-revocations", HandleAsync)
        .Named("revokeStationKey", "Trust a key of a station or of a person there no longer")
        .Requires(AccessPolicy.ManageStations)
        .Example(StationExamples.KeyRevocation)
        .Refuses(StationErrors.UnknownKey, StationErrors.KeyRevoked);

    /// <summary>Decides.</summary>
    public static Result<IReadOnlyList<object>> Decide(Station station, KeyRevocationBody body)
    {
        ArgumentNullException.ThrowIfNull(station);
        ArgumentNullException.ThrowIfNull(body);
        if (!station.Knows(body.PublicKey))
            return StationErrors.NoSuchKey;
        return station.IsRevoked(body.PublicKey)
            ? StationErrors.Revoked
            : Result.Of<IReadOnlyList<object>>([new StationKeyRevoked(body.PublicKey, body.Reason)]);
    }

    private static Task<Result<Written>> HandleAsync(
        Guid id, Body<KeyRevocationBody> body, WriteCall call, RegistryWriter writer, CancellationToken token) => writer.UpdateAsync<Station>(
            StationErrors.Station, id, _ => $"/api/v1/stations/{id}", station => Decide(station, body.Value), call.Context, created: false, token);
}
