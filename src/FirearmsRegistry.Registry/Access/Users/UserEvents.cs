namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>A person was given an account. The name stands in schema <c>identity</c> only, where it can be erased.</summary>
public sealed record UserInvited;

/// <summary>A role was given at once.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="Role">The role.</param>
/// <param name="Basis">Why no other administrator had to approve.</param>
public sealed record RoleGranted(Guid GrantId, Role Role, GrantBasis Basis);

/// <summary>An administrator wants a role to be given; another one must approve.</summary>
/// <param name="GrantId">The grant.</param>
/// <param name="Role">The role.</param>
/// <param name="RequestedBy">The subject of the administrator who asked.</param>
public sealed record RoleGrantRequested(Guid GrantId, Role Role, string RequestedBy);

/// <summary>A second administrator agreed; the role counts from here on.</summary>
/// <param name="GrantId">The grant that was requested.</param>
/// <param name="ApprovedBy">The subject of the administrator who agreed.</param>
public sealed record RoleGrantApproved(Guid GrantId, string ApprovedBy);

/// <summary>A role was taken away.</summary>
/// <param name="Role">The role.</param>
public sealed record RoleRevoked(Role Role);

/// <summary>An administrator wants another one, or himself, to be one no longer; a second administrator must confirm.</summary>
/// <param name="RemovalId">The removal.</param>
/// <param name="Kind">What it comes to.</param>
/// <param name="RequestedBy">The subject of the administrator who asked.</param>
public sealed record AdministratorRemovalRequested(Guid RemovalId, RemovalKind Kind, string RequestedBy);

/// <summary>A second administrator agreed; the event that follows says what was done.</summary>
/// <param name="RemovalId">The removal that was asked for.</param>
/// <param name="ConfirmedBy">The subject of the administrator who agreed.</param>
public sealed record AdministratorRemovalConfirmed(Guid RemovalId, string ConfirmedBy);

/// <summary>The account was switched off for good.</summary>
public sealed record UserDisabled;

/// <summary>A one-time link to choose a password was made: whoever makes it could use it, so it is on record.</summary>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record SignInLinkIssued(DateTimeOffset ExpiresAt);

/// <summary>How an administrator is removed.</summary>
public enum RemovalKind
{
    /// <summary>He loses the role of administrator and keeps the account.</summary>
    RevokeRole,

    /// <summary>The account is switched off.</summary>
    DisableAccount,
}

/// <summary>Why a role was given without the approval of another administrator.</summary>
public enum GrantBasis
{
    /// <summary>The first administrator of a new registry.</summary>
    FirstStart,

    /// <summary>There was no other administrator who could have approved.</summary>
    OnlyAdministrator,

    /// <summary>An invented person of the demo.</summary>
    Demo,
}
