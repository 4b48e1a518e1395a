namespace FirearmsRegistry.Registry.Access.SignIn.Keys;

/// <summary>A key of the embedded issuer, wrapped by the data-protection key ring.</summary>
internal sealed class IssuerKeyRow
{
    public required Guid Id { get; init; }

    public required IssuerKeyUse Use { get; init; }

    /// <summary>The private key (PKCS #8) or the secret, as ciphertext.</summary>
    public required byte[] Wrapped { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when it is used for new tokens; every server must have read it before.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>When no token made with it can be valid any more; null while it is the newest.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}
