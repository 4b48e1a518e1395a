namespace FirearmsRegistry.Registry.Vintages;

/// <summary>Where a vintage is.</summary>
internal static class VintagePaths
{
    public static string Of(Guid id) => $"/api/v1/vintages/{id}";
}
