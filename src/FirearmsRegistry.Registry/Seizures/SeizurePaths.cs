namespace FirearmsRegistry.Registry.Seizures;

/// <summary>Where seizures and their items stand in the API.</summary>
internal static class SeizurePaths
{
    public static string Of(Guid seizureId) => $"/api/v1/seizures/{seizureId}";

    public static string Of(Guid seizureId, Guid itemId) => $"/api/v1/seizures/{seizureId}/items/{itemId}";
}
