namespace FirearmsRegistry.Registry.Access.SignIn.FirstStarting;

internal sealed class NoAdministratorYet : IFirstAdministrator
{
    public Task RecordAsync(Guid userId, CancellationToken cancellation) => Task.CompletedTask;
}
