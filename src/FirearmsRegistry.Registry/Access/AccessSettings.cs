using Microsoft.Extensions.Configuration;

namespace FirearmsRegistry.Registry.Access;

/// <summary>Section <c>Authentication</c> of the configuration: which issuer is trusted, and what its roles mean here.</summary>
internal sealed class AccessSettings
{
    public const string Section = "Authentication";

    /// <summary>The embedded issuer's own address as clients see it. Tokens name it, so all servers must agree on it.</summary>
    public Uri Issuer { get; init; } = new("http://127.0.0.1:5000/");

    /// <summary>An outside OpenID Connect issuer that replaces the embedded one; null means the embedded one is used.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The audience that tokens of the outside issuer must carry; required with <see cref="Authority"/>.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim with the outside issuer's roles; dots go into nested objects (<c>realm_access.roles</c>).</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>From a role of the outside issuer to a role code of this registry; a role that is not listed gives nothing.</summary>
    public Dictionary<string, string> RoleMapping { get; init; } = new(StringComparer.Ordinal);

    /// <summary>A claim that the outside issuer puts only into tokens for which a person signed in.</summary>
    public string HumanClaim { get; init; } = "auth_time";

    /// <summary>Whether everyone who signs in with the embedded issuer needs a second factor.</summary>
    public bool RequireSecondFactor { get; init; }

    /// <summary>Client programs besides the built-in ones, by client id.</summary>
    public Dictionary<string, ClientSettings> Clients { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Attempts to sign in that one address or one user name may make in a minute.</summary>
    public int SignInAttemptsPerMinute { get; init; } = 20;

    /// <summary>Requests to the issuer's protocol endpoints that one address may make in a minute.</summary>
    public int TokenRequestsPerMinute { get; init; } = 120;

    /// <summary>Certificates that one address may verify in a minute.</summary>
    public int CertificateChecksPerMinute { get; init; } = 20;

    /// <summary>Requests for published figures that one address may make in a minute.</summary>
    public int PublicFigureRequestsPerMinute { get; init; } = 120;

    /// <summary>Requests to the open addresses of the exchange with other States that one address may make in a minute.</summary>
    public int ExchangeRequestsPerMinute { get; init; } = 300;

    /// <summary>Whether people and programs talk to the embedded issuer without TLS: only ever on this machine.</summary>
    public bool IsPlainLoopback => Issuer.IsLoopback && Issuer.Scheme == Uri.UriSchemeHttp;

    /// <summary>Reads the section and refuses a combination that would trust the wrong tokens.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or contradicts another one; the text says which.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<AccessSettings>() ?? new AccessSettings();
        if (settings.Authority is not null && string.IsNullOrWhiteSpace(settings.Audience))
        {
            throw new InvalidOperationException(
                $"{Section}:Audience must be set with {Section}:Authority: without it, tokens made for other programs would be accepted.");
        }
        var misplaced = settings.Clients.SelectMany(client => client.Value.Roles.Select(role => (Client: client.Key, Role: role)))
            .FirstOrDefault(given => given.Role is not ("station" or "peer_registry"));
        if (misplaced.Client is not null)
        {
            throw new InvalidOperationException(
                $"{Section}:Clients:{misplaced.Client}:Roles: a program may be a station or a peer_registry; \"{misplaced.Role}\" belongs to people.");
        }
        if (!settings.Issuer.IsAbsoluteUri || (settings.Issuer.Scheme != Uri.UriSchemeHttps && !settings.IsPlainLoopback))
        {
            throw new InvalidOperationException($"{Section}:Issuer must be an https address, or http on loopback.");
        }
        return settings;
    }
}
