namespace FirearmsRegistry.Registry.Access;

/// <summary>Names of authentication schemes.</summary>
public static class AccessSchemes
{
    /// <summary>The scheme every API endpoint authenticates with, whether the issuer is the embedded one or the ministry's own.</summary>
    public const string Api = "Registry";
}
