using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.Disabling;

/// <summary>Switch an account off for good: no sign-in, no further tokens.</summary>
/// <param name="UserId">Whose.</param>
public sealed record DisableUser(Guid UserId)
{
    /// <summary>Decides, given how many administrators there are.</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, int administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (user.Disabled)
            return UserErrors.Disabled;
        if (user.IsActiveAdministrator && administrators <= 1)
            return UserErrors.LastAdministrator;
        return Result.Of<IReadOnlyList<object>>([new UserDisabled()]);
    }
}

/// <summary>Carries out <see cref="DisableUser"/>.</summary>
internal sealed class DisableUserHandler(RegistryWriter writer, Accounts accounts)
{
    public async Task<Result<Written>> HandleAsync(DisableUser command, CommandContext context, CancellationToken token)
    {
        var administrators = await Administrators.CountUnderLockAsync(writer.Session, token);
        var result = await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, _ => $"/api/v1/users/{command.UserId}",
            user => DisableUser.Decide(user, administrators), context, created: false, token);
        // The event already leaves him without roles; should this be lost in a crash, he can sign in and do nothing.
        if (result.Refusal is null)
            await accounts.DisableAsync(command.UserId, context.Now, token);
        return result;
    }
}
