using System.Security.Claims;
using FirearmsRegistry.Marks.Codes;
using OpenIddict.Abstractions;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Validation.OpenIddictValidationEvents;
using static OpenIddict.Validation.OpenIddictValidationHandlers.Protection;

namespace FirearmsRegistry.Registry.Access.SignIn.Standing;

/// <summary>
/// Holds a person's access token against how his account stands now: refused when the account was switched off or the sign-in ended,
/// and without the roles that were taken away. Programs have no account; their tokens pass.
/// </summary>
internal sealed class TokenStandingCheck(AccountStandings standings) : IOpenIddictValidationHandler<ValidateTokenContext>
{
    /// <summary>The time of issue is written in whole seconds.</summary>
    private static readonly TimeSpan IssuedWithin = TimeSpan.FromSeconds(1);

    /// <summary>The roles of programs are configured and not given to people; a person has them through the program that he uses.</summary>
    private static readonly HashSet<string> OfPrograms = [Codes.Of(Role.Station), Codes.Of(Role.PeerRegistry)];

    /// <summary>After the token itself was found good.</summary>
    public static OpenIddictValidationHandlerDescriptor Descriptor { get; } = OpenIddictValidationHandlerDescriptor
        .CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<TokenStandingCheck>()
        .SetOrder(ValidateAuthorizationEntry.Descriptor.Order + 1_000)
        .SetType(OpenIddictValidationHandlerType.Custom)
        .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Principal is not { Identity: ClaimsIdentity identity } principal || !principal.HasClaim(AccessClaims.Human, "true"))
            return;
        var standing = Guid.TryParse(principal.GetClaim(Claims.Subject), out var userId)
            ? await standings.OfAsync(userId, principal.GetCreationDate() + IssuedWithin, context.CancellationToken)
            : null;
        if (standing is null || principal.GetClaim(AccessClaims.SignIn) != standing.SignIn)
        {
            context.Reject(Errors.InvalidToken, "The sign-in that this token stands for has ended.");
            return;
        }

        foreach (var role in principal.FindAll(AccessClaims.Role).ToList())
        {
            if (!standing.Roles.Contains(role.Value) && !OfPrograms.Contains(role.Value))
                identity.RemoveClaim(role);
        }
    }
}
