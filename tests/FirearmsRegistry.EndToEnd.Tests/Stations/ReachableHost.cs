using FirearmsRegistry.EndToEnd.Tests.Hosting;

namespace FirearmsRegistry.EndToEnd.Tests.Stations;

/// <summary>A server that the station's program can reach.</summary>
public sealed class ReachableHost(TestDatabases databases) : RegistryHost(databases)
{
    protected override bool OnPort => true;
}
