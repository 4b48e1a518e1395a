using System.Security.Claims;
using FirearmsRegistry.Registry.Access.Browsing;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn;

/// <summary>
/// Who may add or remove a second factor of his: whoever has none yet, and whoever has just shown one. A password alone, or a screen left
/// unlocked, never makes a new key.
/// </summary>
internal sealed class SecondFactors(UserManager<RegistryUser> users, BrowserSessions sessions, AccountStandings standings)
{
    /// <summary>The person who is signed in, if he may change his second factors at this moment; otherwise null.</summary>
    public async Task<RegistryUser?> MayChangeAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await users.GetUserAsync(http.User) is not { DisabledAt: null } user)
            return null;
        if (!await HasAnyAsync(user))
            return user;
        return PagePersons.ShowedSecondFactor(http.User) && await sessions.IsFreshAsync(SessionCookie.IdOf(http.User), cancellation) ? user : null;
    }

    /// <summary>Whether the account has an authenticator or a passkey.</summary>
    public async Task<bool> HasAnyAsync(RegistryUser user) => user.TwoFactorEnabled || (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>Notes in the cookie that the person showed a second factor: the one that he has just added.</summary>
    public async Task ShownAsync(HttpContext http, RegistryUser user, SignInManager<RegistryUser> signIn)
    {
        standings.Forget(user.Id);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false,
            [new Claim(AccessClaims.AuthenticationMethod, "mfa"), .. http.User.FindAll(AccessClaims.Session).Select(claim => new Claim(claim.Type, claim.Value))]);
    }

    /// <summary>Leads to the sign-in page and from there back to the account.</summary>
    public static IResult SignInAgain() => Results.LocalRedirect(PageForm.WithReturn(SignInPage.Path, AccountPage.Path));
}
