namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>What a key of the embedded issuer is for.</summary>
internal enum IssuerKeyUse
{
    /// <summary>RSA, signs tokens.</summary>
    Signing,

    /// <summary>AES, encrypts codes and refresh tokens, which only this issuer reads.</summary>
    Encryption,
}
