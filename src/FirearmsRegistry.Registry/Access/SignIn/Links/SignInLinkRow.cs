namespace FirearmsRegistry.Registry.Access.SignIn.Links;

/// <summary>A one-time link by which a person sets the first password. Only the hash of its secret is kept.</summary>
internal sealed class SignInLinkRow
{
    /// <summary>SHA-256 of the 256-bit secret in the link.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The account that the link opens.</summary>
    public required Guid UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the link was used; it opens nothing a second time.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
