using FirearmsRegistry.Registry.Access.Users.ConfirmingRemovals;
using FirearmsRegistry.Registry.Access.Users.Disabling;
using FirearmsRegistry.Registry.Access.Users.GettingDetails;
using FirearmsRegistry.Registry.Access.Users.GrantingRoles;
using FirearmsRegistry.Registry.Access.Users.Inviting;
using FirearmsRegistry.Registry.Access.Users.RevokingRoles;
using FirearmsRegistry.Registry.Shared.Refusing;
using FirearmsRegistry.Registry.Shared.Requests;
using FirearmsRegistry.Registry.Shared.Writing;
using Microsoft.AspNetCore.Routing;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>The writes below <c>/users</c>.</summary>
internal static class UserEndpoints
{
    /// <summary>Who is invited.</summary>
    public sealed record InviteUserRequest(string UserName);

    /// <summary>Which role is given or taken away.</summary>
    public sealed record RoleRequest(Role Role);

    /// <summary>Nothing to say: the address says it all.</summary>
    public sealed record EmptyRequest;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapCreation<UserAnswer, UserView>("/users", InviteAsync)
            .Named("inviteUser", "Give a person an account").Requires(AccessPolicy.ManageUsers)
            .Example(new InviteUserRequest("first.last")).Refuses("user-name-taken");
        routes.MapChange<UserAnswer, UserView>("/users/{id:guid}/role-grants", GrantAsync)
            .Named("grantRole", "Give a role, or ask another administrator for it").Requires(AccessPolicy.ManageUsers)
            .Example(new RoleRequest(Role.Registrar)).Refuses("own-role", "user-disabled", "role-held");
        routes.MapChange<UserAnswer, UserView>("/users/{id:guid}/role-grants/{grantId:guid}/approvals", ApproveAsync)
            .Named("approveRoleGrant", "Agree to a role that another administrator asked for").Requires(AccessPolicy.ManageUsers)
            .Example(new EmptyRequest()).Refuses("own-role", "own-request");
        routes.MapChange<UserAnswer, UserView>("/users/{id:guid}/role-revocations", RevokeAsync)
            .Named("revokeRole", "Take a role away, or ask another administrator to agree where it is an administrator's").Requires(AccessPolicy.ManageUsers)
            .Example(new RoleRequest(Role.Registrar)).Refuses("role-not-held", "last-administrator", "removal-pending");
        routes.MapChange<UserAnswer, UserView>("/users/{id:guid}/disablements", DisableAsync)
            .Named("disableUser", "Switch an account off for good, or ask another administrator to agree where it is an administrator's").Requires(AccessPolicy.ManageUsers)
            .Example(new EmptyRequest()).Refuses("user-disabled", "last-administrator", "removal-pending");
        routes.MapChange<UserAnswer, UserView>("/users/{id:guid}/removals/{removalId:guid}/confirmations", ConfirmAsync)
            .Named("confirmRemoval", "Agree that an administrator be one no longer").Requires(AccessPolicy.ManageUsers)
            .Example(new EmptyRequest()).Refuses("own-request", "removal-lapsed");
    }

    private static Task<Result<Written>> InviteAsync(
        Body<InviteUserRequest> body, WriteCall call, InviteUserHandler handler, CancellationToken token) =>
        handler.HandleAsync(new InviteUser(body.Value.UserName), call.Context, token);

    private static Task<Result<Written>> GrantAsync(
        Guid id, Body<RoleRequest> body, WriteCall call, GrantRoleHandler handler, CancellationToken token) =>
        handler.HandleAsync(new GrantRole(id, Guid.CreateVersion7(call.Context.Now), body.Value.Role), call.Context, token);

    private static Task<Result<Written>> ApproveAsync(
        Guid id, Guid grantId, Body<EmptyRequest> body, WriteCall call, ApproveRoleGrantHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ApproveRoleGrant(id, grantId), call.Context, token);

    private static Task<Result<Written>> RevokeAsync(
        Guid id, Body<RoleRequest> body, WriteCall call, RevokeRoleHandler handler, CancellationToken token) =>
        handler.HandleAsync(new RevokeRole(id, body.Value.Role, Guid.CreateVersion7(call.Context.Now)), call.Context, token);

    private static Task<Result<Written>> DisableAsync(
        Guid id, Body<EmptyRequest> body, WriteCall call, DisableUserHandler handler, CancellationToken token) =>
        handler.HandleAsync(new DisableUser(id, Guid.CreateVersion7(call.Context.Now)), call.Context, token);

    private static Task<Result<Written>> ConfirmAsync(
        Guid id, Guid removalId, Body<EmptyRequest> body, WriteCall call, ConfirmRemovalHandler handler, CancellationToken token) =>
        handler.HandleAsync(new ConfirmRemoval(id, removalId), call.Context, token);
}
