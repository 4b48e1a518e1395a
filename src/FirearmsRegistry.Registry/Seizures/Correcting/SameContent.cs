using System.Text.Json;
using FirearmsRegistry.Registry.Shared;

namespace FirearmsRegistry.Registry.Seizures.Correcting;

/// <summary>Whether two entries say the same; records compare their lists by reference, which is not what a clerk means.</summary>
internal static class SameContent
{
    public static bool Of<T>(T one, T other) =>
        JsonSerializer.Serialize(one, RegistryJson.Options) == JsonSerializer.Serialize(other, RegistryJson.Options);
}
