using System.Security.Claims;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace FirearmsRegistry.Registry.Access.SignIn.Passkeys;

/// <summary>
/// Signing in with a passkey, without a name: the device knows whose it is. It counts as two factors, for the device had its person
/// verified. The lockout does not hold here: it answers guesses of passwords, and a signature is not guessed.
/// </summary>
internal static class PasskeySignIn
{
    /// <summary>The challenge; the same for everybody, so that nobody learns who has an account.</summary>
    public static async Task<IResult> OptionsAsync(SignInManager<RegistryUser> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public static async Task<IResult> SubmitAsync(HttpContext http, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn)
    {
        if (await AssertedAsync(http, signIn) is not { Succeeded: true, User: { DisabledAt: null } user, Passkey: { } passkey })
            return SignInPage.Refused(http, "passkey.refused");
        // The counter of the device's signatures, by which a copied one is found out.
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await signIn.SignInWithClaimsAsync(
            user, isPersistent: false, [new Claim(AccessClaims.AuthenticationMethod, "swk"), new Claim(AccessClaims.AuthenticationMethod, "mfa")]);
        return Results.LocalRedirect(PageForm.ReturnUrl(http));
    }

    private static async Task<PasskeyAssertionResult<RegistryUser>?> AssertedAsync(HttpContext http, SignInManager<RegistryUser> signIn)
    {
        if (PasskeySetup.Answer(http) is not { } answer)
            return null;
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(answer);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it was answered before.
            return null;
        }
    }
}
