using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.SigningOut;

/// <summary>Signing out ends every session and every token of the person, on all devices: who signs out trusts none of them any more.</summary>
internal sealed class SignOut(UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, AccountStandings standings)
{
    public async Task EverywhereAsync(ClaimsPrincipal person)
    {
        if (await users.GetUserAsync(person) is { } user)
        {
            await users.UpdateSecurityStampAsync(user);
            standings.Forget(user.Id);
        }

        await signIn.SignOutAsync();
    }
}
