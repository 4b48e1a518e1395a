using System.Buffers.Text;
using FirearmsRegistry.Registry.Access.SignIn.Pages;
using FirearmsRegistry.Registry.Access.SignIn.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace FirearmsRegistry.Registry.Access.SignIn.Passkeys;

/// <summary>Adding and removing one's passkeys, soon after having signed in with everything that the account asks for.</summary>
internal static class PasskeyChanges
{
    private const int LongestName = 60;

    public static async Task<IResult> OptionsAsync(HttpContext http, SecondFactors factors, SignInManager<RegistryUser> signIn, CancellationToken cancellation)
    {
        if (await factors.MayChangeAsync(http, cancellation) is not { } user)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        var name = user.UserName!;
        return Results.Content(
            await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString("D"), Name = name, DisplayName = name }), "application/json");
    }

    public static async Task<IResult> AddAsync(
        HttpContext http, SecondFactors factors, UserManager<RegistryUser> users, SignInManager<RegistryUser> signIn, ILogger<RegistryUser> log,
        CancellationToken cancellation)
    {
        if (await factors.MayChangeAsync(http, cancellation) is not { } user)
            return SecondFactors.SignInAgain();
        var attested = await AttestedAsync(http, signIn);
        if (attested is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } entity } || entity.Id != user.Id.ToString("D"))
        {
            log.LogWarning("A passkey was not added: {Reason}", attested?.Failure?.Message ?? "no challenge was given to this browser.");
            return await AccountPage.RefusedAsync(http, "passkey.not_added", cancellation);
        }

        var name = PageForm.Field(http, "name");
        passkey.Name = name.Length is > 0 and <= LongestName ? name : ProgramNames.Of(http.Request.Headers.UserAgent.ToString());
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await factors.ShownAsync(http, user, signIn);
        return Results.LocalRedirect(PageForm.ReturnUrl(http));
    }

    public static async Task<IResult> RemoveAsync(HttpContext http, SecondFactors factors, UserManager<RegistryUser> users, CancellationToken cancellation)
    {
        if (await factors.MayChangeAsync(http, cancellation) is not { } user)
            return SecondFactors.SignInAgain();
        if (Base64Url.IsValid(PageForm.Field(http, "id")))
            await users.RemovePasskeyAsync(user, Base64Url.DecodeFromChars(PageForm.Field(http, "id")));
        return Results.LocalRedirect(AccountPage.Path);
    }

    private static async Task<PasskeyAttestationResult?> AttestedAsync(HttpContext http, SignInManager<RegistryUser> signIn)
    {
        if (PasskeySetup.Answer(http) is not { } answer)
            return null;
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(answer);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it was answered before.
            return null;
        }
    }
}
