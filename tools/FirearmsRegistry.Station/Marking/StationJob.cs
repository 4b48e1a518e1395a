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
/// <param name="HeightMm">The height of the characters; null where the order does not say.</param>
/// <param name="DepthMm">The depth of the cut; null where the order does not say.</param>
internal sealed record StationJob(
    Guid Id, long Version, string State, string Layout, string Text, string? Payload, DateTimeOffset? LeaseEndsAt, decimal? HeightMm = null,
    decimal? DepthMm = null)
{
    /// <summary>Reads a job from the registry's JSON.</summary>
    public static StationJob Read(JsonElement job) => new(
        job.GetProperty("id").GetGuid(),
        job.GetProperty("version").GetInt64(),
        job.GetProperty("state").GetString()!,
        job.GetProperty("layout").GetString()!,
        job.GetProperty("mark").GetProperty("text").GetString()!,
        job.TryGetProperty("payload", out var payload) ? payload.GetString() : null,
        job.TryGetProperty("leaseEndsAt", out var lease) && lease.ValueKind == JsonValueKind.String ? lease.GetDateTimeOffset() : null,
        SizeOf(job.GetProperty("mark"), "heightMm"),
        SizeOf(job.GetProperty("mark"), "depthMm"));

    /// <summary>A size of a mark, as the registry writes sizes: known, none or unknown.</summary>
    public static decimal? SizeOf(JsonElement mark, string name) =>
        mark.TryGetProperty(name, out var size) && size.ValueKind == JsonValueKind.Object
        && size.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var millimetres)
            ? millimetres
            : null;

    /// <summary>Reads a list of them.</summary>
    public static IReadOnlyList<StationJob> ReadAll(JsonElement jobs) => [.. jobs.EnumerateArray().Select(Read)];
}
