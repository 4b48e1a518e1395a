namespace FirearmsRegistry.Registry.Access.SignIn.Issuing;

/// <summary>Answers which roles a person holds now, when a token is made.</summary>
internal interface IRoleDirectory
{
    /// <summary>The role codes in force for the user; empty for an unknown or disabled one.</summary>
    Task<IReadOnlyCollection<string>> RolesOfAsync(Guid userId, CancellationToken cancellation);
}
