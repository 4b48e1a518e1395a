using FirearmsRegistry.Marks.Payloads;
using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.MarkingJobs;

/// <summary>Section <c>Registry:Marking</c>, and the authority's code.</summary>
/// <param name="Lease">How long a station keeps a job that it claimed, and in what time after a start it must say how it went.</param>
/// <param name="Authority">The NCAGE of the authority that numbers arms (<c>Registry:Ncage</c>); null where it has none.</param>
public sealed record MarkingSettings(TimeSpan Lease, Ncage? Authority)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">The NCAGE is none.</exception>
    public static MarkingSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new MarkingSettings(
            TimeSpan.FromSeconds(configuration.GetValue("Registry:Marking:LeaseSeconds", 300)),
            configuration["Registry:Ncage"] is { Length: > 0 } code ? Ncage.Parse(code).GetOrThrow() : null);
    }
}
