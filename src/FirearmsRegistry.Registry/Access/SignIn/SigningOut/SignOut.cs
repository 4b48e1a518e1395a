using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.SigningOut;

/// <summary>Signing out ends every session and every token of the person, on all devices: who signs out trusts none of them any more.</summary>
internal sealed class SignOut(UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, BrowserSessions sessions)
{
    public async Task EverywhereAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await users.GetUserAsync(person) is { } user)
        {
            await users.UpdateSecurityStampAsync(user);
            await sessions.EndOthersAsync(user.Id, null, cancellation);
        }

        await signIn.SignOutAsync();
    }
}
