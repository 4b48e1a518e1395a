namespace FirearmsRegistry.Registry.Access.SignIn.FirstStarting;

/// <summary>Records who the first administrator is, in the events that hold everybody's roles.</summary>
internal interface IFirstAdministrator
{
    /// <summary>Gives the role of administrator to the account; does nothing when that was done before.</summary>
    Task RecordAsync(Guid userId, CancellationToken cancellation);
}
