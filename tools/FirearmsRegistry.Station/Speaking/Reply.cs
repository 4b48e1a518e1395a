using System.Net.Http.Headers;
using System.Text.Json;

namespace FirearmsRegistry.Station.Speaking;

/// <summary>An answer of the registry: of success, or a problem document (RFC 9457).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON; undefined where there is none.</param>
/// <param name="Version">The resource's version, from its ETag.</param>
internal sealed record Reply(int Status, JsonElement Body, long? Version)
{
    private const string Urn = "urn:firearms-registry:problem:";

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The refusal's name; the status where the answer is no problem document.</summary>
    public string Problem => Text("type") is { } type && type.StartsWith(Urn, StringComparison.Ordinal)
        ? type[Urn.Length..]
        : Status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The refusal in words.</summary>
    public string Words => Text("detail") ?? Text("title") ?? $"The registry answered {Status}.";

    public static long? VersionOf(EntityTagHeaderValue? tag) =>
        tag is not null && long.TryParse(tag.Tag.AsSpan().Trim('"'), out var version) ? version : null;

    /// <summary>The reply itself where it is one of success.</summary>
    /// <exception cref="StationException">It is a refusal.</exception>
    public Reply OrThrow(string what) => IsSuccess ? this : throw new StationException($"{what}: {Problem}. {Words}");

    private string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

/// <summary>The registry did not answer. Whether it received what was sent is not known.</summary>
internal sealed class UnreachableException(Exception? cause) : Exception("The registry cannot be reached.", cause);
