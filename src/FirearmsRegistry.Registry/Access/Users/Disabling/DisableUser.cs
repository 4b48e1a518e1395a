using FirearmsRegistry.Registry.Access.SignIn.Standing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.Disabling;

/// <summary>Switch an account off for good, or ask for it where it is an administrator's: no sign-in, and no token counts any more.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="RemovalId">The id of the removal, should it need a second administrator.</param>
public sealed record DisableUser(Guid UserId, Guid RemovalId)
{
    /// <summary>Decides, given who asks, whether the user has a password, and how many administrators there are.</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, DisableUser command, string actor, bool hasPassword, int administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        if (user.Disabled)
            return UserErrors.Disabled;
        if (user.IsActiveAdministrator && administrators <= 1)
            return UserErrors.LastAdministrator;
        if (AdministratorRemovals.NeedConfirmation(user, hasPassword))
        {
            return user.PendingRemovals.Any(pending => pending.Kind == RemovalKind.DisableAccount)
                ? UserErrors.RemovalPending
                : Result.Of<IReadOnlyList<object>>([new AdministratorRemovalRequested(command.RemovalId, RemovalKind.DisableAccount, actor)]);
        }

        return Result.Of<IReadOnlyList<object>>([new UserDisabled()]);
    }
}

/// <summary>Carries out <see cref="DisableUser"/>.</summary>
internal sealed class DisableUserHandler(RegistryWriter writer, Accounts accounts, AccountStandings standings)
{
    public async Task<Result<Written>> HandleAsync(DisableUser command, CommandContext context, CancellationToken token)
    {
        var hasPassword = await accounts.HasPasswordAsync(command.UserId, token);
        var disables = false;
        var administrators = await Administrators.CountUnderLockAsync(writer.Session, token);
        var result = await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, events =>
            {
                disables = events.OfType<UserDisabled>().Any();
                return $"/api/v1/users/{command.UserId}";
            },
            user => DisableUser.Decide(user, command, context.Actor.Subject, hasPassword, administrators), context, created: false, token);
        // The event already leaves him without roles; should this be lost in a crash, he can sign in and do nothing.
        if (result.Refusal is null && disables)
            await accounts.DisableAsync(command.UserId, context.Now, token);
        standings.Forget(command.UserId);
        return result;
    }
}
