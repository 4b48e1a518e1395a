namespace FirearmsRegistry.Registry.Access;

/// <summary>The names of the authentication schemes that endpoints and pages refer to.</summary>
public static class AccessSchemes
{
    /// <summary>
    /// The scheme of every API endpoint: a bearer access token of the embedded issuer or, when
    /// <c>Authentication:Authority</c> is configured, of the ministry's own. Challenges answer 401 and never redirect.
    /// </summary>
    public const string Api = "Registry";

    /// <summary>The resource (audience) that an access token of the embedded issuer is made for.</summary>
    public const string Resource = "firearms-registry";
}
