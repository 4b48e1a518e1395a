using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Access.Users.ConfirmingRemovals;
using FirearmsRegistry.Registry.Access.Users.Disabling;
using FirearmsRegistry.Registry.Access.Users.RevokingRoles;
using FirearmsRegistry.Registry.Shared.Refusing;

namespace FirearmsRegistry.Registry.Tests.Access.Users;

public sealed class AdministratorRemovalTests
{
    private static readonly Guid Target = Guid.Parse("0198c000-0000-7000-8000-000000000001");
    private static readonly Guid First = Guid.Parse("0198c000-0000-7000-8000-00000000000a");
    private static readonly Guid Second = Guid.Parse("0198c000-0000-7000-8000-00000000000b");
    private static readonly Guid Removal = Guid.Parse("0198c000-0000-7000-8000-000000000002");

    [Fact]
    public void The_last_administrator_keeps_the_role_and_the_account()
    {
        Assert.Equal("last-administrator", Revoke(Administrator(), First, administrators: 1).Refusal?.Name);
        Assert.Equal("last-administrator", Disable(Administrator(), First, administrators: 1).Refusal?.Name);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Removing_another_administrator_is_asked_for_and_not_done(int administrators)
    {
        Assert.Equal([new AdministratorRemovalRequested(Removal, RemovalKind.RevokeRole, First.ToString("D"))],
            Revoke(Administrator(), First, administrators).Value);
        Assert.Equal([new AdministratorRemovalRequested(Removal, RemovalKind.DisableAccount, First.ToString("D"))],
            Disable(Administrator(), First, administrators).Value);
    }

    [Fact]
    public void An_account_that_nobody_has_taken_up_and_any_other_role_are_taken_away_at_once()
    {
        var user = Administrator();
        user.Apply(new RoleGranted(Removal, Role.Auditor, GrantBasis.OnlyAdministrator));

        Assert.Equal([new RoleRevoked(Role.Administrator)], Revoke(user, First, administrators: 2, hasPassword: false).Value);
        Assert.Equal([new UserDisabled()], Disable(user, First, administrators: 2, hasPassword: false).Value);
        Assert.Equal([new RoleRevoked(Role.Auditor)],
            RevokeRole.Decide(user, new RevokeRole(Target, Role.Auditor, Removal), First.ToString("D"), true, 2).Value);
    }

    [Fact]
    public void It_is_asked_for_once()
    {
        Assert.Equal("removal-pending", Revoke(Asked(RemovalKind.RevokeRole), Second, administrators: 3).Refusal?.Name);
        Assert.Equal("removal-pending", Disable(Asked(RemovalKind.DisableAccount), Second, administrators: 3).Refusal?.Name);
    }

    [Theory]
    [InlineData(RemovalKind.RevokeRole)]
    [InlineData(RemovalKind.DisableAccount)]
    public void A_third_administrator_confirms_it_and_whoever_asked_does_not(RemovalKind kind)
    {
        var user = Asked(kind);

        Assert.Equal("own-request", Confirm(user, First, First, Second, Target).Refusal?.Name);
        var done = Confirm(user, Second, First, Second, Target).Value;
        object outcome = kind == RemovalKind.RevokeRole ? new RoleRevoked(Role.Administrator) : new UserDisabled();
        Assert.Equal([new AdministratorRemovalConfirmed(Removal, Second.ToString("D")), outcome], done);
        Fold(user, done!);
        Assert.False(user.IsActiveAdministrator);
        Assert.Empty(user.PendingRemovals);
        Assert.Equal("not-found", Confirm(user, Second, First, Second).Refusal?.Name);
    }

    [Fact]
    public void Of_two_administrators_one_goes_only_with_his_own_consent()
    {
        Assert.Equal("own-request", Confirm(Asked(RemovalKind.RevokeRole), First, First, Target).Refusal?.Name);
        Assert.NotNull(Confirm(Asked(RemovalKind.RevokeRole), Target, First, Target).Value);
        var resigning = Asked(RemovalKind.RevokeRole, by: Target);
        Assert.Equal("own-request", Confirm(resigning, Target, First, Target).Refusal?.Name);
        Assert.NotNull(Confirm(resigning, First, First, Target).Value);
    }

    [Fact]
    public void The_word_of_somebody_who_is_no_administrator_any_more_does_not_count()
    {
        Assert.Equal("removal-lapsed", Confirm(Asked(RemovalKind.RevokeRole), Second, Second, Target).Refusal?.Name);
        Assert.Equal("removal-lapsed", Confirm(Asked(RemovalKind.RevokeRole), Second, First, Target).Refusal?.Name);
    }

    /// <summary>Whatever one administrator alone asks for and confirms, of two or more none is removed by it.</summary>
    [Fact]
    public void One_administrator_alone_never_removes_another()
    {
        var user = Administrator();
        Fold(user, Revoke(user, First, 2).Value!);
        Fold(user, DisableUser.Decide(user, new DisableUser(Target, Target), First.ToString("D"), hasPassword: true, administrators: 2).Value!);

        Assert.Equal(2, user.PendingRemovals.Count);
        Assert.All(user.PendingRemovals, pending => Assert.Equal("own-request",
            ConfirmRemoval.Decide(user, new ConfirmRemoval(Target, pending.RemovalId), First.ToString("D"), [First, Target]).Refusal?.Name));
        Assert.True(user.IsActiveAdministrator);
    }

    private static UserAccess Administrator()
    {
        var user = new UserAccess { Id = Target };
        user.Apply(new UserInvited());
        user.Apply(new RoleGranted(Removal, Role.Administrator, GrantBasis.FirstStart));
        return user;
    }

    private static void Fold(UserAccess user, IReadOnlyList<object> events)
    {
        foreach (var happened in events)
            typeof(UserAccess).GetMethod(nameof(UserAccess.Apply), [happened.GetType()])!.Invoke(user, [happened]);
    }

    private static UserAccess Asked(RemovalKind kind, Guid? by = null)
    {
        var user = Administrator();
        user.Apply(new AdministratorRemovalRequested(Removal, kind, (by ?? First).ToString("D")));
        return user;
    }

    private static Result<IReadOnlyList<object>> Revoke(UserAccess user, Guid actor, int administrators, bool hasPassword = true) =>
        RevokeRole.Decide(user, new RevokeRole(Target, Role.Administrator, Removal), actor.ToString("D"), hasPassword, administrators);

    private static Result<IReadOnlyList<object>> Disable(UserAccess user, Guid actor, int administrators, bool hasPassword = true) =>
        DisableUser.Decide(user, new DisableUser(Target, Removal), actor.ToString("D"), hasPassword, administrators);

    private static Result<IReadOnlyList<object>> Confirm(UserAccess user, Guid actor, params Guid[] administrators) =>
        ConfirmRemoval.Decide(user, new ConfirmRemoval(Target, Removal), actor.ToString("D"), administrators);
}
