using FirearmsRegistry.Registry.Access.SignIn.Standing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.RevokingRoles;

/// <summary>Take a role away from a user, or ask for it where he is an administrator; his access tokens lose it at once.</summary>
/// <param name="UserId">Who loses it.</param>
/// <param name="Role">The role.</param>
/// <param name="RemovalId">The id of the removal, should it need a second administrator.</param>
public sealed record RevokeRole(Guid UserId, Role Role, Guid RemovalId)
{
    /// <summary>Decides, given who asks, whether the user has a password, and how many administrators there are.</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, RevokeRole command, string actor, bool hasPassword, int administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        if (!user.Roles.Contains(command.Role))
            return UserErrors.NotHeld(command.Role);
        if (command.Role == Role.Administrator && user.IsActiveAdministrator && administrators <= 1)
            return UserErrors.LastAdministrator;
        if (command.Role == Role.Administrator && AdministratorRemovals.NeedConfirmation(user, hasPassword))
        {
            return user.PendingRemovals.Any(pending => pending.Kind == RemovalKind.RevokeRole)
                ? UserErrors.RemovalPending
                : Result.Of<IReadOnlyList<object>>([new AdministratorRemovalRequested(command.RemovalId, RemovalKind.RevokeRole, actor)]);
        }

        return Result.Of<IReadOnlyList<object>>([new RoleRevoked(command.Role)]);
    }
}

/// <summary>Carries out <see cref="RevokeRole"/>.</summary>
internal sealed class RevokeRoleHandler(RegistryWriter writer, Accounts accounts, AccountStandings standings)
{
    public async Task<Result<Written>> HandleAsync(RevokeRole command, CommandContext context, CancellationToken token)
    {
        var hasPassword = await accounts.HasPasswordAsync(command.UserId, token);
        var administrators = await Administrators.CountUnderLockAsync(writer.Session, token);
        var result = await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, _ => $"/api/v1/users/{command.UserId}",
            user => RevokeRole.Decide(user, command, context.Actor.Subject, hasPassword, administrators), context, created: false, token);
        standings.Forget(command.UserId);
        return result;
    }
}
