namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>Serves until role grants are recorded: nobody holds a role.</summary>
internal sealed class NoRolesYet : IRoleDirectory
{
    public Task<IReadOnlyCollection<string>> RolesOfAsync(Guid userId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyCollection<string>>([]);
}
