using FirearmsRegistry.Marks.Codes;
using FirearmsRegistry.Registry.Access.SignIn.FirstStarting;
using FirearmsRegistry.Registry.Access.SignIn.Issuing;
using Marten;

namespace FirearmsRegistry.Registry.Access.Users;

/// <summary>The roles that the events gave, for the issuer of tokens; and the two grants that no administrator makes.</summary>
internal sealed class RecordedRoles(IDocumentSession session, TimeProvider time) : IRoleDirectory, IFirstAdministrator
{
    public async Task<IReadOnlyCollection<string>> RolesOfAsync(Guid userId, CancellationToken cancellation) =>
        await session.LoadAsync<UserAccess>(userId, cancellation) is { Disabled: false } user ? [.. user.Roles.Select(Codes.Of)] : [];

    public Task RecordAsync(Guid userId, CancellationToken cancellation) =>
        RecordAsync(userId, Role.Administrator, GrantBasis.FirstStart, cancellation);

    /// <summary>Records a person of the demo.</summary>
    public Task RecordDemoAsync(Guid userId, Role role, CancellationToken cancellation) =>
        RecordAsync(userId, role, GrantBasis.Demo, cancellation);

    private async Task RecordAsync(Guid userId, Role role, GrantBasis basis, CancellationToken cancellation)
    {
        if (await session.Events.FetchStreamStateAsync(userId, cancellation) is not null)
            return;
        session.LastModifiedBy = "system:" + Codes.Of(basis);
        session.Events.StartStream<UserAccess>(userId, new UserInvited(), new RoleGranted(Guid.CreateVersion7(time.GetUtcNow()), role, basis));
        await session.SaveChangesAsync(cancellation);
    }
}
