using FirearmsRegistry.Registry.Access.SignIn.Standing;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Writing;

namespace FirearmsRegistry.Registry.Access.Users.ConfirmingRemovals;

/// <summary>Agree, as another administrator or as the one concerned, that an administrator be one no longer.</summary>
/// <param name="UserId">Who is removed.</param>
/// <param name="RemovalId">The removal that was asked for.</param>
public sealed record ConfirmRemoval(Guid UserId, Guid RemovalId)
{
    /// <summary>
    /// Decides, given who confirms and who the administrators are. Both who ask and who confirm are administrators at this moment: else one
    /// could be left alone by the word of somebody who was removed in between.
    /// </summary>
    public static Result<IReadOnlyList<object>> Decide(
        UserAccess user, ConfirmRemoval command, string actor, IReadOnlyCollection<Guid> administrators)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(administrators);
        if (user.PendingRemovals.SingleOrDefault(pending => pending.RemovalId == command.RemovalId) is not { } removal)
            return Refusal.NotFound("removal that waits for confirmation", command.RemovalId);
        if (actor == removal.RequestedBy)
            return UserErrors.OwnRemovalRequest;
        if (!IsAmong(administrators, removal.RequestedBy) || !IsAmong(administrators, actor))
            return UserErrors.RemovalLapsed;
        return Result.Of<IReadOnlyList<object>>(
        [
            new AdministratorRemovalConfirmed(command.RemovalId, actor),
            removal.Kind == RemovalKind.DisableAccount ? new UserDisabled() : new RoleRevoked(Role.Administrator),
        ]);
    }

    private static bool IsAmong(IEnumerable<Guid> administrators, string subject) =>
        administrators.Any(administrator => administrator.ToString("D") == subject);
}

/// <summary>Carries out <see cref="ConfirmRemoval"/>.</summary>
internal sealed class ConfirmRemovalHandler(RegistryWriter writer, Accounts accounts, AccountStandings standings)
{
    public async Task<Result<Written>> HandleAsync(ConfirmRemoval command, CommandContext context, CancellationToken token)
    {
        var administrators = await Administrators.UnderLockAsync(writer.Session, token);
        var disables = false;
        var result = await writer.UpdateAsync<UserAccess>(
            "user", command.UserId, events =>
            {
                disables = events.OfType<UserDisabled>().Any();
                return $"/api/v1/users/{command.UserId}";
            },
            user => ConfirmRemoval.Decide(user, command, context.Actor.Subject, administrators), context, created: false, token);
        if (result.Refusal is null && disables)
            await accounts.DisableAsync(command.UserId, context.Now, token);
        standings.Forget(command.UserId);
        return result;
    }
}
