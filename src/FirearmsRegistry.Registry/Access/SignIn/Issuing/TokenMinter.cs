using System.Security.Claims;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>
/// Issues an access token outside of a request, through the issuer's own pipeline, so that it validates like any other.
/// Only the demo and the tests use it: everyone else gets tokens at <c>/connect/token</c>.
/// </summary>
internal sealed class TokenMinter(
    IOpenIddictServerFactory factory,
    IOpenIddictServerDispatcher dispatcher,
    IOptionsMonitor<OpenIddictServerOptions> options,
    TimeProvider time)
{
    /// <summary>A signed access token for the principal, valid from now for the given time.</summary>
    public async Task<string> MintAsync(ClaimsPrincipal principal, string clientId, TimeSpan lifetime, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        principal = principal.Clone(static claim => claim.HasDestination(Destinations.AccessToken) || claim.Type.StartsWith("oi_", StringComparison.Ordinal));
        principal.SetTokenType(TokenTypeIdentifiers.AccessToken)
            .SetCreationDate(now)
            .SetExpirationDate(now + lifetime)
            .SetClaim(Claims.Private.Issuer, options.CurrentValue.Issuer!.AbsoluteUri)
            .SetClaim(Claims.JwtId, Guid.CreateVersion7(now).ToString("N"))
            .SetClaim(Claims.ClientId, clientId)
            .SetAudiences(AccessSchemes.Resource)
            .SetPresenters(clientId);

        var transaction = await factory.CreateTransactionAsync();
        transaction.CancellationToken = cancellation;
        var context = new OpenIddictServerEvents.GenerateTokenContext(transaction)
        {
            ClientId = clientId,
            CreateTokenEntry = false,
            PersistTokenPayload = false,
            IsReferenceToken = false,
            Principal = principal,
            TokenFormat = TokenFormats.Private.JsonWebToken,
            TokenType = TokenTypeIdentifiers.AccessToken,
        };
        await dispatcher.DispatchAsync(context);
        return context.Token ?? throw new InvalidOperationException($"No token was made: {context.Error} {context.ErrorDescription}");
    }
}
