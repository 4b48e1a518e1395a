using FirearmsRegistry.Registry.Access.SignIn.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.SignIn.Passkeys;

/// <summary>What is asked of passkeys (WebAuthn level 3): the device holds the key and knows its person, so that one passkey is two factors.</summary>
internal static class PasskeySetup
{
    public static void Add(IServiceCollection services, AccessSettings settings) => services.Configure<IdentityPasskeyOptions>(passkeys =>
    {
        // Not the header that the caller sent. On loopback it is the name in the browser: an address of numbers can have no passkeys.
        passkeys.ServerDomain = settings.IsPlainLoopback ? null : settings.Issuer.Host;
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        // Which maker's device it is, is nobody's business here; asking would only bring warnings before people.
        passkeys.AttestationConveyancePreference = "none";
        // The framework compares with the header Origin, which pages that send no referrer leave out.
        passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && IsOwn(origin, settings));
    });

    /// <summary>The most characters of what a device answers; an answer has about two thousand.</summary>
    public const int LongestAnswer = 16 * 1024;

    /// <summary>The device's answer in the posted form; null where it is missing or too long.</summary>
    public static string? Answer(Microsoft.AspNetCore.Http.HttpContext http) => PageForm.Long(http, "credential", LongestAnswer);

    private static bool IsOwn(PasskeyOriginValidationContext origin, AccessSettings settings) =>
        Uri.TryCreate(origin.Origin, UriKind.Absolute, out var page)
        && (settings.IsPlainLoopback
            ? page.IsLoopback && page.Authority == origin.HttpContext.Request.Host.Value
            : page.GetLeftPart(UriPartial.Authority) == settings.Issuer.GetLeftPart(UriPartial.Authority));
}
