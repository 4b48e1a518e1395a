using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.RevokingRoles;

/// <summary>Take a role away from a user; his access tokens lose it within the hour that they live.</summary>
/// <param name="UserId">Who loses it.</param>
/// <param name="Role">The role.</param>
public sealed record RevokeRole(Guid UserId, Role Role)
{
    /// <summary>Decides, given how many administrators there are.</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, RevokeRole command, int administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        if (!user.Roles.Contains(command.Role))
            return UserErrors.NotHeld(command.Role);
        if (command.Role == Role.Administrator && user.IsActiveAdministrator && administrators <= 1)
            return UserErrors.LastAdministrator;
        return Result.Of<IReadOnlyList<object>>([new RoleRevoked(command.Role)]);
    }
}

/// <summary>Carries out <see cref="RevokeRole"/>.</summary>
public sealed class RevokeRoleHandler(RegistryWriter writer)
{
    /// <summary>Takes the role away, or refuses.</summary>
    public async Task<Result<Written>> HandleAsync(RevokeRole command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        var administrators = await Administrators.CountUnderLockAsync(writer.Session, token);
        return await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, _ => $"/api/v1/users/{command.UserId}",
            user => RevokeRole.Decide(user, command, administrators), context, created: false, token);
    }
}
