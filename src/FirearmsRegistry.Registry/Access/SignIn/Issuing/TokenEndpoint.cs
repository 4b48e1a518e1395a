using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>
/// <c>POST /connect/token</c>. The issuer has checked the grant and the client before this runs; here only the claims are made,
/// always anew, so that a refreshed token has the roles of now.
/// </summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        UserManager<RegistryUser> users,
        IRoleDirectory roles,
        IOpenIddictApplicationManager applications,
        CancellationToken cancellation)
    {
        var request = http.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("The token endpoint was reached without a protocol request.");
        var clientId = request.ClientId!;
        var machineRoles = await RegisteredClients.MachineRolesAsync(applications, clientId, cancellation);
        if (request.IsClientCredentialsGrantType())
        {
            return SignIn(TokenPrincipal.ForProgram(clientId, machineRoles, request.GetScopes()));
        }

        var granted = (await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        var user = granted?.GetClaim(Claims.Subject) is { } subject ? await users.FindByIdAsync(subject) : null;
        if (granted is null || user is null || user.DisabledAt is not null
            || granted.GetClaim(TokenPrincipal.SecurityStamp) != user.SecurityStamp)
        {
            return Refuse("The sign-in that this grant stands for is no longer valid.");
        }
        var personal = await roles.RolesOfAsync(user.Id, cancellation);
        var methods = granted.GetClaims(AccessClaims.AuthenticationMethod);
        return SignIn(TokenPrincipal.ForPerson(user, personal.Concat(machineRoles), methods, granted.GetScopes()));
    }

    private static IResult SignIn(System.Security.Claims.ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static IResult Refuse(string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
