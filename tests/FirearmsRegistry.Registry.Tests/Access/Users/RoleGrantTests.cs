using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Access.Users.Disabling;
using FirearmsRegistry.Registry.Access.Users.GrantingRoles;
using FirearmsRegistry.Registry.Access.Users.Inviting;

namespace FirearmsRegistry.Registry.Tests.Access.Users;

public sealed class RoleGrantTests
{
    private const string Somebody = "0198c000-0000-7000-8000-00000000000a";
    private const string SomebodyElse = "0198c000-0000-7000-8000-00000000000b";

    private static readonly Guid User = Guid.Parse("0198c000-0000-7000-8000-000000000001");
    private static readonly Guid Grant = Guid.Parse("0198c000-0000-7000-8000-000000000002");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_only_administrator_gives_a_role_at_once(int administrators)
    {
        var events = GrantRole.Decide(Fresh(), new GrantRole(User, Grant, Role.Registrar), Somebody, administrators).Value;

        Assert.Equal([new RoleGranted(Grant, Role.Registrar, GrantBasis.OnlyAdministrator)], events);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Among_several_administrators_a_role_is_asked_for(int administrators)
    {
        var events = GrantRole.Decide(Fresh(), new GrantRole(User, Grant, Role.Registrar), Somebody, administrators).Value;

        Assert.Equal([new RoleGrantRequested(Grant, Role.Registrar, Somebody)], events);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nobody_gives_a_role_to_himself(int administrators) => Assert.Equal(
        "own-role", GrantRole.Decide(Fresh(), new GrantRole(User, Grant, Role.Auditor), User.ToString("D"), administrators).Refusal?.Name);

    [Theory]
    [InlineData(Role.Station)]
    [InlineData(Role.PeerRegistry)]
    public void A_role_of_programs_is_not_given_to_people(Role role) => Assert.Equal(
        "invalid-input", GrantRole.Decide(Fresh(), new GrantRole(User, Grant, role), Somebody, 1).Refusal?.Name);

    [Fact]
    public void A_role_is_given_once()
    {
        var user = Fresh();
        user.Apply(new RoleGranted(Grant, Role.Auditor, GrantBasis.OnlyAdministrator));
        user.Apply(new RoleGrantRequested(Grant, Role.Registrar, Somebody));

        Assert.Equal("role-held", GrantRole.Decide(user, new GrantRole(User, Grant, Role.Auditor), Somebody, 2).Refusal?.Name);
        Assert.Equal("role-held", GrantRole.Decide(user, new GrantRole(User, Grant, Role.Registrar), Somebody, 2).Refusal?.Name);
    }

    [Fact]
    public void Whoever_asked_and_whoever_gets_it_cannot_approve_but_another_can()
    {
        var user = Fresh();
        user.Apply(new RoleGrantRequested(Grant, Role.Registrar, Somebody));
        var approve = new ApproveRoleGrant(User, Grant);

        Assert.Equal("own-request", ApproveRoleGrant.Decide(user, approve, Somebody).Refusal?.Name);
        Assert.Equal("own-role", ApproveRoleGrant.Decide(user, approve, User.ToString("D")).Refusal?.Name);
        Assert.Equal([new RoleGrantApproved(Grant, SomebodyElse)], ApproveRoleGrant.Decide(user, approve, SomebodyElse).Value);
        user.Apply(new RoleGrantApproved(Grant, SomebodyElse));
        Assert.Equal([Role.Registrar], user.Roles);
        Assert.Equal("not-found", ApproveRoleGrant.Decide(user, approve, SomebodyElse).Refusal?.Name);
    }

    [Fact]
    public void A_disabled_user_gets_no_role_and_loses_what_was_asked_for()
    {
        var user = Fresh();
        user.Apply(new RoleGrantRequested(Grant, Role.Registrar, Somebody));
        user.Apply(new UserDisabled());

        Assert.Empty(user.PendingGrants);
        Assert.Equal("user-disabled", GrantRole.Decide(user, new GrantRole(User, Grant, Role.Auditor), Somebody, 1).Refusal?.Name);
        Assert.Equal("user-disabled", DisableUser.Decide(user, new DisableUser(User, Grant), Somebody, true, 2).Refusal?.Name);
    }

    [Theory]
    [InlineData("maria.lopez", null)]
    [InlineData("a1b", null)]
    [InlineData("ab", "invalid-input")]
    [InlineData(".abc", "invalid-input")]
    [InlineData("Maria", "invalid-input")]
    [InlineData("maria lopez", "invalid-input")]
    [InlineData("maria\n", "invalid-input")]
    public void A_user_name_is_short_lower_case_and_plain(string name, string? refusal) =>
        Assert.Equal(refusal, InviteUser.Decide(new InviteUser(name), nameTaken: false).Refusal?.Name);

    private static UserAccess Fresh()
    {
        var user = new UserAccess { Id = User };
        user.Apply(new UserInvited());
        return user;
    }
}
