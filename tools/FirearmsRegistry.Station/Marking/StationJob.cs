using System.Text.Json;

namespace FirearmsRegistry.Station.Marking;

/// <summary>A marking job as the registry describes it, as far as a station needs it.</summary>
/// <param name="Id">The job.</param>
/// <param name="Version">The version that the registry gave it last; 0 where the registry does not know it yet.</param>
/// <param name="State">Where it stands at the registry.</param>
/// <param name="Layout">The layout in the machine.</param>
/// <param name="Text">The text exactly as it must be on the metal.</param>
/// <param name="Payload">The bytes of the symbol, in hexadecimal; null where there is none.</param>
/// <param name="LeaseEndsAt">Until when the station has it.</param>
internal sealed record StationJob(
    Guid Id, long Version, string State, string Layout, string Text, string? Payload, DateTimeOffset? LeaseEndsAt)
{
    /// <summary>Reads a job from the registry's JSON.</summary>
    public static StationJob Read(JsonElement job) => new(
        job.GetProperty("id").GetGuid(),
        job.GetProperty("version").GetInt64(),
        job.GetProperty("state").GetString()!,
        job.GetProperty("layout").GetString()!,
        job.GetProperty("mark").GetProperty("text").GetString()!,
        job.TryGetProperty("payload", out var payload) ? payload.GetString() : null,
        job.TryGetProperty("leaseEndsAt", out var lease) && lease.ValueKind == JsonValueKind.String ? lease.GetDateTimeOffset() : null);

    /// <summary>Reads a list of them.</summary>
    public static IReadOnlyList<StationJob> ReadAll(JsonElement jobs) => [.. jobs.EnumerateArray().Select(Read)];
}
