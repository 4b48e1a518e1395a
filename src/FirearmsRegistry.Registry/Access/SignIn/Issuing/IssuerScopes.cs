namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>The scopes of the embedded issuer besides those of OpenID Connect.</summary>
internal static class IssuerScopes
{
    /// <summary>Use of the registry's API; what a person may do there follows from his roles.</summary>
    public const string Registry = "registry";
}
