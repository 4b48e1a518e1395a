using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.GrantingRoles;

/// <summary>Give a role to a user, or ask for it where another administrator can approve.</summary>
/// <param name="UserId">Who gets it.</param>
/// <param name="GrantId">The id of the new grant.</param>
/// <param name="Role">The role.</param>
public sealed record GrantRole(Guid UserId, Guid GrantId, Role Role)
{
    /// <summary>Decides, given who asks and how many administrators there are (design: who may do what).</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, GrantRole command, string actor, int administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        if (actor == user.Id.ToString("D"))
            return UserErrors.OwnRole;
        if (command.Role is Role.Station or Role.PeerRegistry)
            return UserErrors.MachineRole(command.Role);
        if (user.Disabled)
            return UserErrors.Disabled;
        if (user.Roles.Contains(command.Role) || user.PendingGrants.Any(pending => pending.Role == command.Role))
            return UserErrors.Held(command.Role);
        return Result.Of<IReadOnlyList<object>>(administrators >= 2
            ? [new RoleGrantRequested(command.GrantId, command.Role, actor)]
            : [new RoleGranted(command.GrantId, command.Role, GrantBasis.OnlyAdministrator)]);
    }
}

/// <summary>Carries out <see cref="GrantRole"/>.</summary>
public sealed class GrantRoleHandler(RegistryWriter writer)
{
    /// <summary>Gives the role, asks for it, or refuses.</summary>
    public async Task<Result<Written>> HandleAsync(GrantRole command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var administrators = await Administrators.CountUnderLockAsync(writer.Session, token);
        return await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, _ => $"/api/v1/users/{command.UserId}/role-grants/{command.GrantId}",
            user => GrantRole.Decide(user, command, context.Actor.Subject, administrators), context, created: true, token);
    }
}
