using FirearmsRegistry.Registry.Access.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>The accounts behind the users: names and means of signing in.</summary>
internal sealed class Accounts(UserManager<RegistryUser> users, IdentityContext context)
{
    /// <summary>The id of the account with this name; null when there is none.</summary>
    public async Task<Guid?> FindAsync(string userName) => (await users.FindByNameAsync(userName))?.Id;

    /// <summary>Whether the person has chosen a password; until then nobody has signed in to the account.</summary>
    public Task<bool> HasPasswordAsync(Guid id, CancellationToken token) =>
        context.Users.AnyAsync(user => user.Id == id && user.PasswordHash != null, token);

    /// <summary>Makes an account without a password.</summary>
    public async Task<Guid> CreateAsync(string userName, DateTimeOffset now)
    {
        var user = new RegistryUser { Id = Guid.CreateVersion7(now), UserName = userName };
        var made = await users.CreateAsync(user);
        return made.Succeeded
            ? user.Id
            : throw new InvalidOperationException("The account could not be made: " + string.Join(", ", made.Errors.Select(e => e.Code)));
    }

    /// <summary>Ends sessions and keeps the person from signing in again.</summary>
    public async Task DisableAsync(Guid id, DateTimeOffset now, CancellationToken token)
    {
        var stamp = Guid.CreateVersion7(now).ToString("N");
        await context.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            user => user.SetProperty(row => row.DisabledAt, now.ToUniversalTime()).SetProperty(row => row.SecurityStamp, stamp), token);
    }

    /// <summary>The names to sign in with, by user.</summary>
    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken token) =>
        context.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.UserName ?? "", token);
}
