using FirearmsRegistry.Registry.Access;
using FirearmsRegistry.Registry.Access.Users;
using FirearmsRegistry.Registry.Access.Users.GettingDetails;
using FirearmsRegistry.Web.Administering.Users;

namespace FirearmsRegistry.Web.Tests.Administering;

public sealed class SecondPersonTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Theory]
    [InlineData("asker", false)]
    [InlineData("another", true)]
    [InlineData(null, false)]
    public void A_grant_waits_for_neither_who_asked_nor_who_gets_it(string? me, bool waits)
    {
        var user = With([new PendingGrant(Guid.CreateVersion7(), Role.Registrar, "asker")], []);

        Assert.Equal(waits, SecondPerson.WaitingFor(me, [user]).Any());
        Assert.Empty(SecondPerson.WaitingFor(Id.ToString("D"), [user]));
    }

    [Fact]
    public void A_removal_waits_for_the_one_concerned_too()
    {
        var user = With([], [new PendingRemoval(Guid.CreateVersion7(), RemovalKind.RevokeRole, "asker")]);

        Assert.Empty(SecondPerson.WaitingFor("asker", [user]));
        Assert.Single(SecondPerson.WaitingFor(Id.ToString("D"), [user]));
    }

    private static UserView With(IReadOnlyList<PendingGrant> grants, IReadOnlyList<PendingRemoval> removals) =>
        new(Id, "carl", [], grants, removals, Disabled: false, Version: 1);
}
