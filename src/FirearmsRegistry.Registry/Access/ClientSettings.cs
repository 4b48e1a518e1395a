namespace FirearmsRegistry.Registry.Access;

/// <summary>One client program of the embedded issuer, as configured.</summary>
internal sealed class ClientSettings
{
    /// <summary>The name that people see when the program asks them to sign in.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The secret of a confidential client; null for a public one, which then has no client credentials.</summary>
    public string? Secret { get; init; }

    /// <summary>Where the program may be called back after a sign-in.</summary>
    public List<Uri> RedirectUris { get; init; } = [];

    /// <summary>What it may use: <c>authorization_code</c>, <c>device_code</c>, <c>client_credentials</c>.</summary>
    public List<string> Grants { get; init; } = [];

    /// <summary>Machine roles of the program itself: <c>station</c> or <c>peer_registry</c>.</summary>
    public List<string> Roles { get; init; } = [];
}
