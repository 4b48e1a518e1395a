using System.Globalization;
using FirearmsRegistry.Registry.Access.SignIn.Links;
using FirearmsRegistry.Registry.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FirearmsRegistry.Registry.Access.SignIn.FirstStarting;

/// <summary>
/// While nobody can sign in yet, leaves a one-time link for the first administrator in a file that only the server's own account
/// can read: whoever runs the server is trusted to name him, and no default password ever exists.
/// </summary>
internal sealed class FirstStart(
    IdentityContext context, UserManager<RegistryUser> users, SignInLinks links, IFirstAdministrator administrator, TimeProvider time)
{
    /// <summary>The sign-in name of the first administrator.</summary>
    public const string UserName = "administrator";

    /// <summary>The file's name in the data directory.</summary>
    public const string FileName = "first-sign-in-link.txt";

    /// <summary>Writes the file unless somebody has a password already, or the link written before still works.</summary>
    /// <returns>The file's path when it was written now, otherwise null.</returns>
    public async Task<string?> WriteLinkAsync(string dataDirectory, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('identity.first_start', 0))", cancellation);
        if (await context.Users.AnyAsync(user => user.PasswordHash != null, cancellation))
        {
            return null;
        }
        var path = Path.Combine(dataDirectory, FileName);
        var user = await FirstAccountAsync();
        var now = time.GetUtcNow();
        if (File.Exists(path) && await context.SignInLinks.AnyAsync(
                link => link.UserId == user.Id && link.UsedAt == null && link.ExpiresAt > now, cancellation))
        {
            return null;
        }
        await administrator.RecordAsync(user.Id, cancellation);
        var link = await links.MakeAsync(user.Id, cancellation);
        var until = link.ExpiresAt.ToString("u", CultureInfo.InvariantCulture);
        await PrivateFile.WriteAsync(path, $"{link.Link}\nUser name: {UserName}\nValid once, until {until}\n", cancellation);
        await transaction.CommitAsync(cancellation);
        return path;
    }

    private async Task<RegistryUser> FirstAccountAsync()
    {
        if (await users.FindByNameAsync(UserName) is { } existing)
        {
            return existing;
        }
        var user = new RegistryUser { Id = Guid.CreateVersion7(time.GetUtcNow()), UserName = UserName };
        var made = await users.CreateAsync(user);
        return made.Succeeded
            ? user
            : throw new InvalidOperationException("The first account could not be made: " + string.Join(", ", made.Errors.Select(e => e.Code)));
    }
}
