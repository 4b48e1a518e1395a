using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;
using FirearmsRegistry.Registry.Stations;
using Marten;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Which station speaks.</summary>
internal static class MarkingStations
{
    /// <summary>Refuses a station that does not exist, and a program that is not the one of its station.</summary>
    public static async Task<Refusal?> FindRefusalAsync(IDocumentSession session, Guid stationId, CommandContext context, CancellationToken token) =>
        await session.LoadAsync<Station>(stationId, token) is { } station
            ? StationRules.SpeaksFor(station, context.Actor)
            : MarkingJobErrors.NoStation(stationId);
}
