using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Access.Users.GettingDetails;

namespace FirearmsRegistry.Web.Administering.Users;

/// <summary>To whom an act is offered that another administrator asked for. Whether it counts, the act itself decides.</summary>
internal static class SecondPerson
{
    /// <summary>Neither who asked for the role nor who gets it.</summary>
    public static bool MayApprove(UserView user, PendingGrant grant, string? me) => me is not null && me != grant.RequestedBy && me != user.Id.ToString("D");

    /// <summary>Everybody but who asked, the one concerned included.</summary>
    public static bool MayConfirm(PendingRemoval removal, string? me) => me is not null && me != removal.RequestedBy;

    /// <summary>The people of whom something waits for this administrator.</summary>
    public static IEnumerable<UserView> WaitingFor(string? me, IEnumerable<UserView> users) => users.Where(user =>
        user.PendingGrants.Any(grant => MayApprove(user, grant, me)) || user.PendingRemovals.Any(removal => MayConfirm(removal, me)));
}
