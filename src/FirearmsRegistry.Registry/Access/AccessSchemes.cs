namespace FirearmsRegistry.Registry.Access;

/// <summary>The names of the authentication schemes that endpoints and pages refer to.</summary>
public static class AccessSchemes
{
    /// <summary>
    /// The scheme of every API endpoint: a bearer access token of the embedded issuer or, when
    /// <c>Authentication:Authority</c> is configured, of the ministry's own. Challenges answer 401 and never redirect.
    /// </summary>
    public const string Api = "Registry";

    /// <summary>
    /// The scheme of what people look at in a browser, which sends no token of its own accord: the cookie of the sign-in pages, or a
    /// bearer token where one is sent. A page that needs the cookie leads to the sign-in; anything else is answered with 401.
    /// </summary>
    public const string Browser = "RegistryBrowser";

    /// <summary>The resource (audience) that an access token of the embedded issuer is made for.</summary>
    public const string Resource = "firearms-registry";
}
