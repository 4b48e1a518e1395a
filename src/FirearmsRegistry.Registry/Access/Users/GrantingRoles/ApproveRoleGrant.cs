using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.GrantingRoles;

/// <summary>Agree, as another administrator, that a role be given.</summary>
/// <param name="UserId">Who gets it.</param>
/// <param name="GrantId">The grant that was requested.</param>
public sealed record ApproveRoleGrant(Guid UserId, Guid GrantId)
{
    /// <summary>Decides, given who approves: neither the one who gets the role nor the one who asked for it.</summary>
    public static Result<IReadOnlyList<object>> Decide(UserAccess user, ApproveRoleGrant command, string actor)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        if (user.PendingGrants.SingleOrDefault(pending => pending.GrantId == command.GrantId) is not { } grant)
            return Refusal.NotFound("role grant that waits for approval", command.GrantId);
        if (actor == user.Id.ToString("D"))
            return UserErrors.OwnRole;
        if (actor == grant.RequestedBy)
            return UserErrors.OwnRequest;
        return Result.Of<IReadOnlyList<object>>([new RoleGrantApproved(command.GrantId, actor)]);
    }
}

/// <summary>Carries out <see cref="ApproveRoleGrant"/>.</summary>
public sealed class ApproveRoleGrantHandler(RegistryWriter writer)
{
    /// <summary>Gives the role, or refuses.</summary>
    public Task<Result<Written>> HandleAsync(ApproveRoleGrant command, CommandContext context, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        return writer.UpdateAsync<UserAccess>(
            "user", command.UserId, _ => $"/api/v1/users/{command.UserId}",
            user => ApproveRoleGrant.Decide(user, command, context.Actor.Subject), context, created: false, token);
    }
}
