using FirearmsRegistry.Registry.Access.SignIn.FirstStarting;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using FirearmsRegistry.Registry.Access.Users.ConfirmingRemovals;
using FirearmsRegistry.Registry.Access.Users.Disabling;
using FirearmsRegistry.Registry.Access.Users.GettingDetails;
using FirearmsRegistry.Registry.Access.Users.GrantingRoles;
using FirearmsRegistry.Registry.Access.Users.Inviting;
using FirearmsRegistry.Registry.Access.Users.IssuingLinks;
using FirearmsRegistry.Registry.Access.Users.RevokingRoles;
using FirearmsRegistry.Registry.Shared.Modules;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>Users of the embedded issuer: inviting, roles, disabling. With an outside issuer there is nobody to manage here.</summary>
internal sealed class UsersModule : IRegistryModule
{
    public static void Configure(StoreOptions store)
    {
        var events = store.Events;
        events.MapEventType<UserInvited>("user_invited");
        events.MapEventType<RoleGranted>("role_granted");
        events.MapEventType<RoleGrantRequested>("role_grant_requested");
        events.MapEventType<RoleGrantApproved>("role_grant_approved");
        events.MapEventType<RoleRevoked>("role_revoked");
        events.MapEventType<AdministratorRemovalRequested>("administrator_removal_requested");
        events.MapEventType<AdministratorRemovalConfirmed>("administrator_removal_confirmed");
        events.MapEventType<UserDisabled>("user_disabled");
        events.MapEventType<SignInLinkIssued>("sign_in_link_issued");
        store.Projections.Snapshot<UserAccess>(SnapshotLifecycle.Inline);
    }

    public static void Add(IServiceCollection services) => services
        .AddScoped<RecordedRoles>()
        .AddScoped<IRoleDirectory>(provider => provider.GetRequiredService<RecordedRoles>())
        .AddScoped<IFirstAdministrator>(provider => provider.GetRequiredService<RecordedRoles>())
        .AddScoped<Accounts>()
        .AddScoped<Recorders>()
        .AddScoped<UserAnswer>()
        .AddScoped<InviteUserHandler>()
        .AddScoped<GrantRoleHandler>()
        .AddScoped<ApproveRoleGrantHandler>()
        .AddScoped<RevokeRoleHandler>()
        .AddScoped<ConfirmRemovalHandler>()
        .AddScoped<DisableUserHandler>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<AccessSettings>().Authority is not null)
            return;
        UserEndpoints.Map(routes);
        IssueSignInLink.Map(routes);
        GetUsers.Map(routes);
    }
}
