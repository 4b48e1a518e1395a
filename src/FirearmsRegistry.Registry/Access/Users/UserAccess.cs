namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>What a person may do, folded from the events about him; also the read model of users.</summary>
public sealed class UserAccess
{
    /// <summary>The user's id, which is the subject of his tokens.</summary>
    public Guid Id { get; set; }

    /// <summary>The number of events folded: the ETag of the resource.</summary>
    public long Version { get; set; }

    /// <summary>The roles in force.</summary>
    public List<Role> Roles { get; set; } = [];

    /// <summary>The grants that wait for another administrator.</summary>
    public List<PendingGrant> PendingGrants { get; set; } = [];

    /// <summary>The removals of this administrator that wait for a second one.</summary>
    public List<PendingRemoval> PendingRemovals { get; set; } = [];

    /// <summary>Whether the account is switched off.</summary>
    public bool Disabled { get; set; }

    /// <summary>Whether he counts as one of the administrators.</summary>
    public bool IsActiveAdministrator { get; set; }

    /// <summary>Folds the event.</summary>
    public void Apply(UserInvited happened) => Disabled = false;

    /// <summary>Folds the event.</summary>
    public void Apply(RoleGranted happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Give(happened.Role);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(RoleGrantRequested happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        PendingGrants.Add(new PendingGrant(happened.GrantId, happened.Role, happened.RequestedBy));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(RoleGrantApproved happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var grant = PendingGrants.Single(pending => pending.GrantId == happened.GrantId);
        PendingGrants.Remove(grant);
        Give(grant.Role);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(RoleRevoked happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Roles.Remove(happened.Role);
        IsActiveAdministrator = Roles.Contains(Role.Administrator);
        if (!IsActiveAdministrator)
            PendingRemovals.Clear();
    }

    /// <summary>Folds the event.</summary>
    public void Apply(AdministratorRemovalRequested happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        PendingRemovals.Add(new PendingRemoval(happened.RemovalId, happened.Kind, happened.RequestedBy));
    }

    /// <summary>Folds the event.</summary>
    public void Apply(AdministratorRemovalConfirmed happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        PendingRemovals.RemoveAll(pending => pending.RemovalId == happened.RemovalId);
    }

    /// <summary>Folds the event.</summary>
    public void Apply(UserDisabled happened)
    {
        Disabled = true;
        PendingGrants.Clear();
        PendingRemovals.Clear();
        IsActiveAdministrator = false;
    }

    /// <summary>Folds the event, which changes nothing that a decision needs.</summary>
    public void Apply(SignInLinkIssued happened) => ArgumentNullException.ThrowIfNull(happened);

    private void Give(Role role)
    {
        Roles.Add(role);
        IsActiveAdministrator = Roles.Contains(Role.Administrator);
    }
}

/// <summary>A role that was asked for and waits for another administrator.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="Role">The role.</param>
/// <param name="RequestedBy">The subject of the administrator who asked.</param>
public sealed record PendingGrant(Guid GrantId, Role Role, string RequestedBy);

/// <summary>The removal of an administrator that was asked for and waits for a second one.</summary>
/// <param name="RemovalId">The removal.</param>
/// <param name="Kind">What it comes to.</param>
/// <param name="RequestedBy">The subject of the administrator who asked.</param>
public sealed record PendingRemoval(Guid RemovalId, RemovalKind Kind, string RequestedBy);
