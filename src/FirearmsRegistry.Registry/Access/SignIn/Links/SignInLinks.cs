using System.Buffers.Text;
using System.Security.Cryptography;
using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.SignIn.Standing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FirearmsRegistry.Registry.Access.SignIn.Links;

/// <summary>Makes and redeems one-time links. The secret is in nobody's hands but the link's: the database has its hash.</summary>
internal sealed class SignInLinks(
    IdentityContext context, UserManager<RegistryUser> users, IRoleDirectory roles, AccessSettings settings,
    AccountStandings standings, TimeProvider time)
{
    /// <summary>How long a link may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int SecretBytes = 32;

    /// <summary>
    /// A new link for the account; older ones stop working. The secret stands behind <c>#</c>, which browsers keep to themselves,
    /// so that it reaches no server's log.
    /// </summary>
    public async Task<SignInLink> MakeAsync(Guid userId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        await context.SignInLinks.Where(link => link.UserId == userId && link.UsedAt == null).ExecuteDeleteAsync(cancellation);
        context.SignInLinks.Add(new SignInLinkRow
        {
            SecretHash = SHA256.HashData(secret),
            UserId = userId,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        });
        await context.SaveChangesAsync(cancellation);
        return new SignInLink(new Uri(settings.Issuer, "account/link#" + Base64Url.EncodeToString(secret)), now + Lifetime);
    }

    /// <summary>
    /// Sets the password of the account that the link opens, takes its second factors away and ends its sessions.
    /// </summary>
    /// <returns>Null when it was done, otherwise the key of what to tell the person; the link then still works unless it is spent.</returns>
    public async Task<string?> RedeemAsync(string secret, string password, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (Hash(secret) is not { } hash
            || await context.SignInLinks.Where(link => link.SecretHash == hash && link.UsedAt == null && link.ExpiresAt > now)
                .ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedAt, now), cancellation) != 1)
        {
            return "link.spent";
        }
        var row = await context.SignInLinks.AsNoTracking().SingleAsync(link => link.SecretHash == hash, cancellation);
        var user = await users.FindByIdAsync(row.UserId.ToString());
        if (user is null || user.DisabledAt is not null)
        {
            return "link.spent";
        }
        // The role may have come after the link: a link made for a lesser account must not open an administrator's.
        if (user.PasswordHash is not null && (await roles.RolesOfAsync(user.Id, cancellation)).Contains(Codes.Of(Role.Administrator)))
        {
            return "link.unfit";
        }
        var outcome = await SetPasswordAsync(user, password);
        if (!outcome.Succeeded)
        {
            return outcome.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordTooShort)) ? "password.too_short" : "password.too_plain";
        }
        await transaction.CommitAsync(cancellation);
        standings.Forget(user.Id);
        return null;
    }

    private async Task<IdentityResult> SetPasswordAsync(RegistryUser user, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
            {
                return refused;
            }
        }
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.TwoFactorEnabled = false;
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        await users.RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes");
        foreach (var passkey in await users.GetPasskeysAsync(user))
            await users.RemovePasskeyAsync(user, passkey.CredentialId);
        return await users.UpdateSecurityStampAsync(user);
    }

    private static byte[]? Hash(string secret)
    {
        var bytes = new byte[SecretBytes];
        return Base64Url.IsValid(secret, out var length) && length == SecretBytes
            && Base64Url.TryDecodeFromChars(secret, bytes, out _)
            ? SHA256.HashData(bytes)
            : null;
    }
}
