using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.TraceRequests.FindingNetworks;

/// <summary>When diversion counts as repeated (section <c>Registry:Traces</c>).</summary>
/// <param name="Threshold">The least number of different arms.</param>
internal sealed record DiversionSettings(int Threshold)
{
    public static DiversionSettings From(IConfiguration configuration) =>
        new(Math.Max(1, configuration.GetValue("Registry:Traces:DiversionThreshold", 2)));
}
